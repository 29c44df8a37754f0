import { one } from "beans/it/sane";
import { two } from "beans/it/sealed";
