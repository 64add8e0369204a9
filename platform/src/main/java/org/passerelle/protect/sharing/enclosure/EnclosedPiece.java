package org.passerelle.protect.sharing.enclosure;

import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A piece of a file in transit.
 *
 * @param file identifier given in the dossier
 * @param number sequence number from 0
 */
public record EnclosedPiece(UUID file, int number, byte[] octets) {
  /** Type of the message that carries it. */
  public static final String KIND = "referral.file";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Serialises the piece. */
  String json() {
    return JSON.writeValueAsString(
        Map.of(
            "file",
            file.toString(),
            "number",
            number,
            "octets",
            Base64.getEncoder().encodeToString(octets)));
  }

  /**
   * Parses a piece.
   *
   * @throws IllegalArgumentException if it is malformed
   */
  public static EnclosedPiece of(String json) {
    JsonNode piece = JSON.readTree(json);
    return new EnclosedPiece(
        UUID.fromString(piece.path("file").asString("")),
        piece.path("number").asInt(-1),
        Base64.getDecoder().decode(piece.path("octets").asString("")));
  }
}
