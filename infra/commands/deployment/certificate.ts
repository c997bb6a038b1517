import {
  ACMClient,
  DescribeCertificateCommand,
  ListCertificatesCommand,
  RequestCertificateCommand,
} from '@aws-sdk/client-acm';

export type DomainCertificate =
  | { issued: true; arn: string }
  | { issued: false; status: string; record: { name: string; value: string } | undefined };

/** The certificate of a domain, asked for where there is none. CloudFront takes certificates of us-east-1 only. */
export async function domainCertificate(domain: string): Promise<DomainCertificate> {
  const client = new ACMClient({ region: 'us-east-1' });
  const { CertificateSummaryList } = await client.send(new ListCertificatesCommand({ MaxItems: 1000 }));
  const existing = CertificateSummaryList?.find(
    ({ DomainName, Status }) => DomainName === domain && (Status === 'ISSUED' || Status === 'PENDING_VALIDATION'),
  )?.CertificateArn;
  const arn =
    existing ??
    (
      await client.send(
        new RequestCertificateCommand({
          DomainName: domain,
          ValidationMethod: 'DNS',
          IdempotencyToken: domain.replaceAll(/\W/g, '').slice(0, 32),
        }),
      )
    ).CertificateArn;
  const { Certificate } = await client.send(new DescribeCertificateCommand({ CertificateArn: arn }));
  const status = Certificate?.Status ?? 'unknown';
  if (status === 'ISSUED' && arn) return { issued: true, arn };
  const record = Certificate?.DomainValidationOptions?.[0]?.ResourceRecord;
  return {
    issued: false,
    status,
    record: record ? { name: record.Name ?? '', value: record.Value ?? '' } : undefined,
  };
}
