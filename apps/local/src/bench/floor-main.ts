/**
 * The floor of the family site and of the api: Nest on Fastify with nothing on it but one route, which may run given SQL
 * and answers a string of a given size.
 */
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { Controller, Get, Header, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Recorded } from './recorded';

type FloorTask = { port: number; page?: { databaseUrl: string; pool: number; statements: Recorded[]; bytes: number } };
const task = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as FloorTask;

let readPage: () => Promise<string> = async () => 'nothing';

@Controller()
class Floor {
  @Get('health/ready')
  ready() {
    return { status: 'ready' };
  }

  @Get('page')
  @Header('content-type', 'text/html; charset=utf-8')
  page() {
    return readPage();
  }
}

@Module({ controllers: [Floor] })
class FloorModule {}

if (task.page) {
  const { openPool, runRecorded } = await import('./recorded');
  const { databaseUrl, pool: size, statements, bytes } = task.page;
  const pool = await openPool(databaseUrl, size);
  const body = 'x'.repeat(bytes);
  readPage = async () => {
    await runRecorded(pool, statements);
    return body;
  };
}
const app = await NestFactory.create<NestFastifyApplication>(FloorModule, new FastifyAdapter(), { logger: false });
await app.listen(task.port, '127.0.0.1');
