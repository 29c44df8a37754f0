import { checked } from "beans/it/faults";

checked();
