package org.passerelle.protect.casework.phone.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.passerelle.protect.casework.phone.RejectedRecord;
import org.springframework.stereotype.Component;

/**
 * Limits the total size of request bodies from phones in memory to 64 MB; further requests have to
 * be sent again. Thread-safe.
 */
@Component
class Load {
  private static final int KILOBYTE = 1024;
  private static final int ALL = 64 * KILOBYTE;
  private final Semaphore kilobytes = new Semaphore(ALL);

  /**
   * Reads a body and processes it.
   *
   * @param most maximum number of bytes
   * @throws RejectedRecord if it is too long or truncated, or the limit is reached
   */
  <T> T carry(HttpServletRequest request, int most, Function<byte[], T> work) throws IOException {
    long length = request.getContentLengthLong();
    if (length > most) {
      throw new RejectedRecord(RejectedRecord.Reason.TOO_LARGE);
    }
    int weight = (int) Math.max(1, length / KILOBYTE);
    if (!kilobytes.tryAcquire(weight)) {
      throw new RejectedRecord(RejectedRecord.Reason.BUSY);
    }
    try (InputStream in = request.getInputStream()) {
      return work.apply(in.readNBytes(most));
    } finally {
      kilobytes.release(weight);
    }
  }
}
