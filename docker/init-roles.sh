#!/bin/sh
# Runs once, when the data directory is empty. The same roles as in local mode: an owner who migrates, and an application
# role that row-level security always holds for.
set -eu
for password in "$RADSLAG_OWNER_PASSWORD" "$RADSLAG_APP_PASSWORD" "$POSTGRES_PASSWORD"; do
  case $password in
    replace-*) echo "docker/.env still has a password from the example: make one of your own with openssl rand -hex 24." >&2; exit 1 ;;
  esac
done
psql --no-psqlrc --set ON_ERROR_STOP=1 --username postgres --dbname postgres \
  --set owner_password="$RADSLAG_OWNER_PASSWORD" --set app_password="$RADSLAG_APP_PASSWORD" <<'SQL'
create role radslag_owner login nosuperuser nobypassrls nocreaterole nocreatedb password :'owner_password';
create role radslag_app login nosuperuser nobypassrls nocreaterole nocreatedb password :'app_password';
create database radslag owner radslag_owner;
revoke all on database radslag from public;
grant connect on database radslag to radslag_app;
SQL
