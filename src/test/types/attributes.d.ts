import "sdk/http";

interface Line {
  name: string;
  price: number;
  added: Date;
  note?: string;
}

declare module "sdk/http" {
  interface SessionAttributes {
    cart: { items: Line[]; coupon: string | null };
    visits: number;
  }
}
