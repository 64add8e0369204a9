package org.passerelle.partner.nodes.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.passerelle.storage.Sha256;

/**
 * Fingerprint by which two people compare a node's keys: a hash over its name and the thumbprints
 * of its keys, of which 96 bits are read aloud as six words of no language ("proquints", Wilkerson
 * 2009, <a href="https://arxiv.org/abs/0901.4016">arXiv:0901.4016</a>: consonant, vowel, consonant,
 * vowel, consonant for 16 bits). Officers of two countries say the same words, and neither has to
 * read the other's language aloud; decision 0061.
 *
 * @param hash 64 hexadecimal digits
 */
public record Fingerprint(String hash) {
  private static final int WORDS = 6;
  private static final String CONSONANTS = "bdfghjklmnprstvz";
  private static final String VOWELS = "aiou";

  /** Fingerprint of a node and its keys, in any order. */
  public static Fingerprint of(String node, Collection<NodeKey> keys) {
    String text =
        "passerelle-fingerprint-1\n"
            + node
            + "\n"
            + keys.stream().map(NodeKey::id).sorted().collect(Collectors.joining("\n"));
    return new Fingerprint(Sha256.of(text));
  }

  /** The words to be read aloud. */
  public List<String> words() {
    byte[] bytes = HexFormat.of().parseHex(hash);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < WORDS; i++) {
      words.add(word((bytes[2 * i] & 0xff) << 8 | (bytes[2 * i + 1] & 0xff)));
    }
    return words;
  }

  private static String word(int bits) {
    return ""
        + CONSONANTS.charAt(bits >> 12 & 15)
        + VOWELS.charAt(bits >> 10 & 3)
        + CONSONANTS.charAt(bits >> 6 & 15)
        + VOWELS.charAt(bits >> 4 & 3)
        + CONSONANTS.charAt(bits & 15);
  }

  /** Content of the QR code: the whole hash, for people who meet in person. */
  public String code() {
    return "passerelle-node:" + hash;
  }
}
