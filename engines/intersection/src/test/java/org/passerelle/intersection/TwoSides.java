package org.passerelle.intersection;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.LocalDate;
import java.util.List;

/** Two organisations on one day, and all messages between them. */
final class TwoSides {
  static final Exchange TODAY = new Exchange("one@south", "two@north", LocalDate.of(2026, 11, 26));
  static final KeyPair NODE = keys();
  static final SecureRandom RANDOM = new SecureRandom();
  private static final int ANY = 1_000_000;

  final AskedSide asked;
  final AskerSide asker = new AskerSide(TODAY, RANDOM);
  final Offer offer;
  final MaskedPoints maskedPoints;
  final PreparedSet standing;

  TwoSides(List<FindableFile> files) {
    asked = new AskedSide(TODAY, files, RANDOM);
    offer = asked.offer(NODE.getPrivate());
    maskedPoints = asker.raise(offer, NODE.getPublic(), new SizeLimit(ANY, ANY, null));
    standing = asked.standing(maskedPoints);
  }

  static KeyPair keys() {
    try {
      KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
      keys.initialize(new ECGenParameterSpec("secp256r1"));
      return keys.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static FindableFile file(String id, Token... tokens) {
    return new FindableFile(id, List.of(tokens));
  }

  static Token name(String text) {
    return new Token(Kind.NAME_AND_YEAR, text);
  }
}
