package org.passerelle.intersection.curve;

import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The pseudorandom function OPRF(P-256, SHA-256) of RFC 9497 in its base mode, as far as it is the
 * same on both sides: its hash to the group and its output. Safe for concurrent use.
 */
public final class Prf {
  /** Length of an output in bytes. */
  public static final int OUTPUT = 32;

  private static final byte[] FINALIZE = "Finalize".getBytes(StandardCharsets.US_ASCII);
  private static final HashToCurve GROUP =
      new HashToCurve("HashToGroup-OPRFV1-\0-P256-SHA256".getBytes(StandardCharsets.US_ASCII));

  private Prf() {}

  /** HashToGroup of each input, section 4.3. */
  public static Points hashed(List<byte[]> inputs) {
    return GROUP.hash(inputs);
  }

  /**
   * The outputs of inputs whose points were multiplied by the key and unmasked, concatenated: the
   * end of Finalize, section 3.3.1. Since the input is part of the hash, a side that answers with
   * other points cannot produce an output for an input that it does not know.
   */
  public static byte[] outputs(List<byte[]> inputs, Points raised) {
    if (inputs.size() != raised.size) {
      throw new IllegalArgumentException(
          "%d inputs and %d points.".formatted(inputs.size(), raised.size));
    }
    byte[] outputs = new byte[raised.size * OUTPUT];
    int parts = (raised.size + Slopes.MOST - 1) / Slopes.MOST;
    IntStream.range(0, parts).parallel().forEach(part -> finish(inputs, raised, outputs, part));
    return outputs;
  }

  private static void finish(List<byte[]> inputs, Points raised, byte[] outputs, int part) {
    MessageDigest digest = Expansion.sha256();
    byte[] element = new byte[Points.OCTETS];
    int last = Math.min((part + 1) * Slopes.MOST, raised.size);
    for (int i = part * Slopes.MOST; i < last; i++) {
      byte[] input = inputs.get(i);
      raised.write(i, element, 0);
      length(digest, input.length);
      digest.update(input);
      length(digest, element.length);
      digest.update(element);
      digest.update(FINALIZE);
      try {
        digest.digest(outputs, i * OUTPUT, OUTPUT);
      } catch (DigestException e) {
        throw new IllegalStateException("SHA-256 has 32 bytes.", e);
      }
    }
  }

  private static void length(MessageDigest digest, int length) {
    digest.update((byte) (length >> 8));
    digest.update((byte) length);
  }
}
