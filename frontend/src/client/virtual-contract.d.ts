/** Made at build time by frontend/build/contract-module.ts. */
declare module 'virtual:contract' {
  type Operations = import('#shared/capabilities.ts').Operations;
  type KindName = import('#shared/items/kinds/registry.ts').KindName;
  type Kind = import('#shared/items/kind.ts').Kind;
  type Operation = import('#shared/operation.ts').Operation;

  /** What the first listing calls. */
  export const routes: Partial<Record<keyof Operations, readonly [Operation['method'], string, Operation['auth']]>>;
  export const kinds: Record<KindName, Pick<Kind, 'label' | 'plural'>>;
  export const orders: typeof import('#shared/ranking/schema.ts').orders;
  export const windows: typeof import('#shared/ranking/schema.ts').windows;
  export const reviewOrders: typeof import('#shared/reviews/schema.ts').reviewOrders;
  export const reviewMarks: typeof import('#shared/reviews/schema.ts').reviewMarks;
  export const licences: typeof import('#shared/text.ts').licences;
}

declare module 'virtual:operations' {
  type Operations = import('#shared/capabilities.ts').Operations;
  type Operation = import('#shared/operation.ts').Operation;

  /** Without those that go by the session’s cookie: they are called where tokens are. */
  export const routes: {
    [N in keyof Operations as Operations[N]['auth'] extends 'cookie' ? never : N]: readonly [
      Operation['method'],
      string,
      Operation['auth'],
    ];
  };
}

declare module 'virtual:sessions' {
  type Operations = import('#shared/capabilities.ts').Operations;
  type Operation = import('#shared/operation.ts').Operation;

  export const routes: {
    [N in keyof Operations as Operations[N]['auth'] extends 'cookie' ? N : never]: readonly [
      Operation['method'],
      string,
      'cookie',
    ];
  };
}

declare module 'virtual:fields' {
  type KindName = import('#shared/items/kinds/registry.ts').KindName;

  /** What each kind calls its fields. */
  export const fieldLabels: Record<KindName, Record<string, string>>;
  /** The kinds whose text is what they are. */
  export const writtenKinds: KindName[];
  /** The kinds that stand somewhere on the earth. */
  export const placedKinds: KindName[];
  /** The kinds that contain places. */
  export const areaKinds: KindName[];
}

declare module 'virtual:field-values' {
  type KindName = import('#shared/items/kinds/registry.ts').KindName;

  /** What chosen values are called, by kind and field. */
  export const valueLabels: Record<KindName, Record<string, Record<string, string>>>;
  /** The fields whose values are ids of areas, by kind. */
  export const areaFields: Record<KindName, string[]>;
}

declare module 'virtual:aspects' {
  type Kind = import('#shared/items/kind.ts').Kind;
  /** What reviews of each kind say besides stars and words. */
  export const judgedOf: Record<
    import('#shared/items/kinds/registry.ts').KindName,
    Pick<Kind, 'aspects' | 'aspectsBy' | 'experienced' | 'parties'>
  >;
}

declare module 'virtual:shelves' {
  /** The kind that takes any address. */
  export const addressedKind: import('#shared/items/kinds/registry.ts').KindName;
  export const shelvesOf: Record<
    import('#shared/items/kinds/registry.ts').KindName,
    import('#shared/items/kind.ts').Kind['shelves']
  >;
}

declare module 'virtual:readings' {
  /** What readings are called, of the kinds that have any. */
  export const readingsOf: Partial<
    Record<import('#shared/items/kinds/registry.ts').KindName, import('#shared/items/kind.ts').ReadingWords>
  >;
}

declare module 'virtual:token-routes' {
  type Called = 'getMe' | 'lookUpSave' | 'saveAddress';
  export const tokenRoutes: Record<Called, readonly [method: string, path: string]>;
}
