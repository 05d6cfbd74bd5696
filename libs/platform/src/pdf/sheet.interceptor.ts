import { Injectable, StreamableFile, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { mergeMap, type Observable } from 'rxjs';
import { PdfPrinter } from './pdf-printer.js';
import { PrintedSheet } from './printed-sheet.js';

interface Reply {
  header(name: string, value: string): Reply;
}

/** A sheet may style itself and show drawings that it carries; it reaches nothing else. */
const SHEET_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'";

/** Turns a sheet into its answer once the transaction is over, so that no connection waits for a browser. */
@Injectable()
export class SheetInterceptor implements NestInterceptor {
  constructor(private readonly printer: PdfPrinter) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(mergeMap((result: unknown) => (result instanceof PrintedSheet ? this.answer(result, context.switchToHttp().getResponse<Reply>()) : Promise.resolve(result))));
  }

  private async answer({ name, html, format }: PrintedSheet, reply: Reply): Promise<unknown> {
    reply.header('cache-control', 'no-store');
    if (format === 'html') {
      reply.header('content-type', 'text/html; charset=utf-8').header('content-security-policy', SHEET_POLICY);
      return html;
    }
    return new StreamableFile(await this.printer.print(html), { type: 'application/pdf', disposition: `inline; filename="sheet.pdf"; filename*=UTF-8''${encodeURIComponent(name)}.pdf` });
  }
}
