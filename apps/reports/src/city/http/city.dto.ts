export class LabelView {
  /**
   * @example Banjir
   */
  id!: string;
  /**
   * @example Flood
   */
  en!: string;
}

export class NamedView {
  /**
   * @example flood
   */
  code!: string;
  label!: LabelView;
}

export class NamedListView {
  items!: NamedView[];
}
