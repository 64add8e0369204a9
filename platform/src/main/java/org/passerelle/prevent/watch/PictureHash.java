package org.passerelle.prevent.watch;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.passerelle.pages.picture.CleanPicture;
import org.passerelle.refusal.Refused;

/**
 * The hash by which a picture is recognised after it was made smaller or saved again: pHash of C.
 * Zauner, "Implementation and Benchmarking of Perceptual Image Hash Functions" (Hagenberg 2010),
 * section 3.2. Brightness on 32×32 fields, its discrete cosine transform, and of the 8×8 lowest
 * frequencies but the constant ones whether each is above their median. Linear in the pixels.
 */
final class PictureHash {
  /** Pictures that differ in so many of 64 bits at most are nearly the same (decision 0174). */
  static final int NEAR = 10;

  private static final int FIELDS = 32;
  private static final int KEPT = 8;
  private static final int SIDE = 256;

  /** A pattern of one grey level of 255 gives about as much; what is flatter has no hash. */
  private static final double FLAT = 256;

  private static final double[][] WAVES = waves();

  private PictureHash() {}

  /**
   * The hash of a PNG or JPEG. The picture is decoded within the limits of {@link CleanPicture} and
   * not kept.
   *
   * @throws Refused for the field {@code file} if it is no picture, or one without any pattern
   */
  static long of(byte[] sent) {
    try {
      byte[] clean = CleanPicture.small(sent, SIDE).content();
      return hash(frequencies(brightness(ImageIO.read(new ByteArrayInputStream(clean)))));
    } catch (Refused refused) {
      throw refused.at("file");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same for a file of a stranger, which may be anything. */
  static Optional<Long> tried(byte[] sent) {
    try {
      return Optional.of(of(sent));
    } catch (Refused noPicture) {
      return Optional.empty();
    }
  }

  static int distance(long one, long other) {
    return Long.bitCount(one ^ other);
  }

  /** Mean brightness of each field, from 0 to 255. */
  private static double[][] brightness(BufferedImage picture) {
    double[][] fields = new double[FIELDS][FIELDS];
    for (int y = 0; y < FIELDS; y++) {
      int top = y * picture.getHeight() / FIELDS;
      int bottom = Math.max(top + 1, (y + 1) * picture.getHeight() / FIELDS);
      for (int x = 0; x < FIELDS; x++) {
        int left = x * picture.getWidth() / FIELDS;
        int right = Math.max(left + 1, (x + 1) * picture.getWidth() / FIELDS);
        double sum = 0;
        for (int row = top; row < bottom; row++) {
          for (int column = left; column < right; column++) {
            sum += grey(picture.getRGB(column, row));
          }
        }
        fields[y][x] = sum / ((double) (bottom - top) * (right - left));
      }
    }
    return fields;
  }

  private static double grey(int rgb) {
    return 0.299 * (rgb >> 16 & 0xff) + 0.587 * (rgb >> 8 & 0xff) + 0.114 * (rgb & 0xff);
  }

  private static double[] frequencies(double[][] fields) {
    double[] found = new double[KEPT * KEPT];
    for (int u = 0; u < KEPT; u++) {
      double[] column = new double[FIELDS];
      for (int x = 0; x < FIELDS; x++) {
        for (int y = 0; y < FIELDS; y++) {
          column[x] += WAVES[u][y] * fields[y][x];
        }
      }
      for (int v = 0; v < KEPT; v++) {
        for (int x = 0; x < FIELDS; x++) {
          found[u * KEPT + v] += WAVES[v][x] * column[x];
        }
      }
    }
    return found;
  }

  private static long hash(double[] frequencies) {
    double[] sorted = frequencies.clone();
    Arrays.sort(sorted);
    if (Math.max(-sorted[0], sorted[sorted.length - 1]) < FLAT) {
      throw new Refused("watch.refused.flat");
    }
    double median = (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
    long hash = 0;
    for (double frequency : frequencies) {
      hash = hash << 1 | (frequency > median ? 1 : 0);
    }
    return hash;
  }

  /** Cosines of the first frequencies but the constant one. */
  private static double[][] waves() {
    double[][] waves = new double[KEPT][FIELDS];
    for (int u = 0; u < KEPT; u++) {
      for (int x = 0; x < FIELDS; x++) {
        waves[u][x] = Math.cos((2 * x + 1) * (u + 1) * Math.PI / (2 * FIELDS));
      }
    }
    return waves;
  }
}
