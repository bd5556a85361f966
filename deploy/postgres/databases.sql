-- Run once, by the entry point of the image, on an empty data directory: a database for each service, owned by a role of
-- the same name that reaches no other. Passwords come from files that only the server's user can read.
\set registration `cat /secrets/postgres/registration`
\set activity `cat /secrets/postgres/activity`
\set points `cat /secrets/postgres/points`
\set notification `cat /secrets/postgres/notification`
\set keycloak `cat /secrets/postgres/keycloak`
create role registration login password :'registration';
create role activity login password :'activity';
create role points login password :'points';
create role notification login password :'notification';
create role keycloak login password :'keycloak';
create database registration owner registration;
create database activity owner activity;
create database points owner points;
create database notification owner notification;
create database keycloak owner keycloak;
revoke connect on database registration, activity, points, notification, keycloak from public;
