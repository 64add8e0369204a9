package org.passerelle.linkage.kernel;

import java.util.Arrays;

/**
 * Encodings of 1,024 bits, stored column by column in tiles of {@value #TILE}: one array for each
 * 32-bit word, so that one pass over an array meets many encodings. Filled once by {@link #add},
 * then only read; while it is only read, threads may share it.
 */
public final class BitColumns {
  /** Bits of an encoding. */
  public static final int BITS = 1024;

  /** Words of an encoding. */
  public static final int WORDS = BITS / 32;

  /** Encodings in a tile: its words fit into the second-level cache. */
  static final int TILE = 1024;

  private int[][][] tiles = new int[1][][];
  private int[][] bits = new int[1][];
  private int size;

  /**
   * Adds one encoding and returns its number, counted from 0.
   *
   * @throws IllegalArgumentException if it has not 32 words
   */
  public int add(int[] words) {
    if (words.length != WORDS) {
      throw new IllegalArgumentException(
          "An encoding has %d words; %d are expected.".formatted(words.length, WORDS));
    }
    int tile = size / TILE;
    if (size % TILE == 0) {
      if (tile == tiles.length) {
        tiles = Arrays.copyOf(tiles, tile * 2);
        bits = Arrays.copyOf(bits, tile * 2);
      }
      tiles[tile] = new int[WORDS][TILE];
      bits[tile] = new int[TILE];
    }
    int at = size % TILE;
    int count = 0;
    for (int w = 0; w < WORDS; w++) {
      tiles[tile][w][at] = words[w];
      count += Integer.bitCount(words[w]);
    }
    bits[tile][at] = count;
    return size++;
  }

  /** How many encodings there are. */
  public int size() {
    return size;
  }

  /** Copies an encoding's words into {@code into}. */
  public void copy(int index, int[] into) {
    int[][] tile = tiles[index / TILE];
    for (int w = 0; w < WORDS; w++) {
      into[w] = tile[w][index % TILE];
    }
  }

  /** How many bits of an encoding are set. */
  public int bitCount(int index) {
    return bits[index / TILE][index % TILE];
  }

  /** The similarity of two encodings of this store. */
  public double similarity(Measure measure, int a, int b) {
    int[][] left = tiles[a / TILE];
    int[][] right = tiles[b / TILE];
    int i = a % TILE;
    int j = b % TILE;
    int count = 0;
    for (int w = 0; w < WORDS; w++) {
      int x = left[w][i];
      int y = right[w][j];
      count += Integer.bitCount(measure == Measure.DICE ? x & y : x ^ y);
    }
    if (measure == Measure.HAMMING) {
      return 1 - count / (double) BITS;
    }
    int both = bitCount(a) + bitCount(b);
    return both == 0 ? 0 : 2.0 * count / both;
  }

  int tiles() {
    return (size + TILE - 1) / TILE;
  }

  int[][] tile(int tile) {
    return tiles[tile];
  }

  int[] tileBits(int tile) {
    return bits[tile];
  }

  int tileSize(int tile) {
    return Math.min(TILE, size - tile * TILE);
  }
}
