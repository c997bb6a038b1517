/** The parts of the browser's interface for extensions that this one uses. */
declare namespace chrome {
  namespace storage {
    const local: {
      get(keys: string[]): Promise<Record<string, unknown>>;
      set(values: Record<string, unknown>): Promise<void>;
    };
  }
  namespace tabs {
    type Tab = { id?: number; url?: string; title?: string };
    function query(wanted: { active: boolean; currentWindow: boolean }): Promise<Tab[]>;
    function create(tab: { url: string }): Promise<Tab>;
  }
  namespace scripting {
    function executeScript<Result>(injection: {
      target: { tabId: number };
      func: () => Result;
    }): Promise<{ result?: Result }[]>;
  }
  namespace permissions {
    function request(wanted: { origins: string[] }): Promise<boolean>;
  }
  namespace runtime {
    function openOptionsPage(): Promise<void>;
  }
}
