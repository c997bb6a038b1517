import { Component, type ReactNode } from 'react';
import { Failure } from '../ui/notice.tsx';

/** Shows what broke in a page instead of a blank one; moving on by a link starts afresh. */
export class Boundary extends Component<{ children: ReactNode }, { error: Error | undefined }> {
  override state: { error: Error | undefined } = { error: undefined };
  readonly clear = () => this.setState({ error: undefined });

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error('Something went wrong') };
  }

  override componentDidMount() {
    window.addEventListener('pushState', this.clear);
    window.addEventListener('popstate', this.clear);
  }

  override componentWillUnmount() {
    window.removeEventListener('pushState', this.clear);
    window.removeEventListener('popstate', this.clear);
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    // A part of the site that could not be fetched: an older page after a deployment, or no network.
    const missing = /import|chunk|module|fetch|preload/i.test(error.message);
    return (
      <Failure
        error={
          missing ? new Error('This part of the site could not be loaded. Check your connection and try again.') : error
        }
        retry={missing ? () => window.location.reload() : this.clear}
      />
    );
  }
}
