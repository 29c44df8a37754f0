import { response } from "sdk/http";

const people = [];
for (let i = 0; i < 500; i++) people.push({ age: (i * 7919) % 97, name: "name " + ((i * 31) % 500) });
people.sort((a, b) => a.age - b.age || (a.name < b.name ? -1 : 1));
response.println(people[0].name + people[499].name);
