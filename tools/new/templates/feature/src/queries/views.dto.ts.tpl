/** A __thing__ as its owner sees it. */
export class __Thing__View {
  id!: string;
  name!: string;
}

/** A page of them; the `Link` header leads to the next. */
export class __Thing__ListView {
  items!: __Thing__View[];
}
