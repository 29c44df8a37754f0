insert into Product (code, name, price, stock) values ('tea', 'Green tea', 4.50, 100);
insert into Product (code, name, price, stock) values ('cup', 'Cup & saucer', 12.00, 20);
insert into Product (code, name, price, stock) values ('pot', 'Iron pot', 79.90, 3);
insert into Product (code, name, price, stock) values ('biscuit', 'Biscuit', 0.60, 1000);
