package org.passerelle.prosecute.courtfile;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import org.passerelle.evidence.Content;
import org.passerelle.evidence.Digests;
import org.passerelle.refusal.Refused;

/**
 * The bytes of an exhibit for whoever compiles: what departs from its intake is refused with its
 * number, whichever part of the work reads it.
 */
final class WatchedContent implements Content {
  private final String number;
  private final Digests expected;
  private final Content content;
  private final LongConsumer read;

  /**
   * Watches a content.
   *
   * @param expected as measured at intake
   * @param read hears how many bytes were read; may throw to end the work
   */
  WatchedContent(String number, Digests expected, Content content, LongConsumer read) {
    this.number = number;
    this.expected = expected;
    this.content = content;
    this.read = read;
  }

  @Override
  public InputStream open() throws IOException {
    try {
      return new Watched(content.open());
    } catch (IllegalStateException altered) {
      throw departs();
    }
  }

  private Refused departs() {
    return new Refused("courtfile.refused.departs", number);
  }

  private final class Watched extends InputStream {
    private final InputStream in;
    private final MessageDigest digest;
    private long size;
    private boolean ended;

    Watched(InputStream in) {
      this.in = in;
      try {
        digest = MessageDigest.getInstance("SHA-512");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
      int read;
      try {
        read = in.read(bytes, from, length);
      } catch (IOException | IllegalStateException altered) {
        // a piece is missing, or does not open under its key and place
        throw departs();
      }
      if (read > 0) {
        digest.update(bytes, from, read);
        size += read;
        WatchedContent.this.read.accept(read);
      } else if (read < 0 && !ended) {
        ended = true;
        String now = HexFormat.of().formatHex(digest.digest());
        if (size != expected.size() || !now.equals(expected.sha512())) {
          throw departs();
        }
      }
      return read;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
