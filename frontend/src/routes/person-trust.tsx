import { Link } from 'wouter';
import { ProblemError } from '../client/problem.ts';
import { useTrust } from '../features/trust/queries.ts';
import { TrustNow } from '../features/trust/trust-now.tsx';
import { Heading } from '../ui/heading.tsx';
import { Failure } from '../ui/notice.tsx';
import { Bone, Loading } from '../ui/skeleton.tsx';
import styles from './moderation.module.css';
import { WayOn } from './way-on.tsx';

export default function PersonTrustRoute({ handle }: { handle: string }) {
  const { data, error, reload } = useTrust(handle);
  if (error !== undefined) {
    const nobody = error instanceof ProblemError && error.status < 500;
    return (
      <>
        <Heading title={nobody ? `Nobody is called @${handle}` : 'This page did not load'} />
        <Failure error={error} retry={reload} />
        {nobody && <WayOn />}
      </>
    );
  }
  return (
    <div className={styles.page}>
      <p className={styles.of}>
        <Link href={`/@${data?.handle ?? handle}`}>@{data?.handle ?? handle}</Link>
      </p>
      <Heading title={`Trust in @${data?.handle ?? handle}`} />
      {data ? (
        <TrustNow trust={data} />
      ) : (
        <>
          <Loading what="the numbers" />
          <Bone width={28} tall />
        </>
      )}
      <p>
        <Link href="/how-trust-works">How trust works</Link>
      </p>
    </div>
  );
}
