package org.passerelle.evidence.custody;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.passerelle.evidence.BadCaseFile;
import org.passerelle.evidence.Certificates;
import org.passerelle.evidence.KeyKind;
import org.passerelle.evidence.Signatory;
import org.passerelle.evidence.internal.Measure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An entry of a chain: a statement with its signatures, as one line in the General JSON
 * Serialization of JWS (RFC 7515, section 7.2.1). Its hash is the SHA-256 of that line. Immutable.
 */
public final class CustodyEntry {
  /** Represents the entry before the first. */
  public static final String NONE = "0".repeat(64);

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private final String line;
  private final Statement statement;
  private final List<Signed> signatures;

  private CustodyEntry(String line, Statement statement, List<Signed> signatures) {
    this.line = line;
    this.statement = statement;
    this.signatures = List.copyOf(signatures);
  }

  /** A signature with its signer, algorithm and signed bytes. */
  private record Signed(String by, String algorithm, byte[] bytes, byte[] signature) {}

  /** Signs a statement with all required signatures. */
  static CustodyEntry sign(Statement statement, Signatory... signatories) {
    String payload = encode(statement.json());
    ObjectNode line = JSON.createObjectNode().put("payload", payload);
    ArrayNode signatures = line.putArray("signatures");
    for (Signatory by : signatories) {
      sign(signatures, payload, by);
    }
    return read(JSON.writeValueAsString(line));
  }

  /** The same statement with an additional signature. */
  CustodyEntry countersigned(Signatory by) {
    ObjectNode object = (ObjectNode) JSON.readTree(line);
    sign(object.withArray("signatures"), object.path("payload").asString(""), by);
    return read(JSON.writeValueAsString(object));
  }

  private static void sign(ArrayNode signatures, String payload, Signatory by) {
    ObjectNode named = JSON.createObjectNode();
    named.put("alg", by.kind().name()).put("x5t#S256", by.id());
    String header = encode(JSON.writeValueAsString(named));
    byte[] signature = by.sign((header + "." + payload).getBytes(StandardCharsets.US_ASCII));
    signatures
        .addObject()
        .put("protected", header)
        .put("signature", BASE64.encodeToString(signature));
  }

  /** Parses a line; throws {@link IllegalArgumentException} with the reason. */
  public static CustodyEntry read(String line) {
    try {
      JsonNode object = JSON.readTree(line);
      String payload = object.path("payload").asString("");
      List<Signed> signatures = new ArrayList<>();
      for (JsonNode one : object.path("signatures")) {
        String header = one.path("protected").asString("");
        JsonNode named = JSON.readTree(Base64.getUrlDecoder().decode(header));
        signatures.add(
            new Signed(
                named.path("x5t#S256").asString(""),
                named.path("alg").asString(""),
                (header + "." + payload).getBytes(StandardCharsets.US_ASCII),
                Base64.getUrlDecoder().decode(one.path("signature").asString(""))));
      }
      Statement statement = Statement.read(Base64.getUrlDecoder().decode(payload));
      return new CustodyEntry(line, statement, signatures);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("it is not a JSON object", e);
    }
  }

  private static String encode(String text) {
    return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The signed statement. */
  public Statement statement() {
    return statement;
  }

  /** The line as stored in a file. */
  public String line() {
    return line;
  }

  /** SHA-256 of the line in UTF-8, 64 hexadecimal digits. */
  public String hash() {
    return HexFormat.of()
        .formatHex(Measure.digest("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8)));
  }

  /** Why somebody's signature is missing or invalid; empty if it is valid. */
  Optional<String> unsignedBy(String id, Certificates known) {
    Optional<X509Certificate> certificate = known.find(id);
    if (certificate.isEmpty()) {
      return Optional.of("the certificate %s is missing.".formatted(id));
    }
    Instant at = statement.at();
    if (at.isBefore(certificate.get().getNotBefore().toInstant())
        || at.isAfter(certificate.get().getNotAfter().toInstant())) {
      return Optional.of("the certificate %s was not valid on %s.".formatted(id, at));
    }
    List<Signed> of = signatures.stream().filter(s -> s.by().equals(id)).toList();
    if (of.size() != 1) {
      return Optional.of("%s has not signed it.".formatted(id));
    }
    PublicKey key = certificate.get().getPublicKey();
    Signed signed = of.get(0);
    boolean holds;
    try {
      KeyKind kind = KeyKind.of(key);
      holds =
          kind.name().equals(signed.algorithm())
              && kind.verifies(key, signed.bytes(), signed.signature());
    } catch (BadCaseFile e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
    return holds ? Optional.empty() : Optional.of("the signature of %s is wrong.".formatted(id));
  }

  /** Number of signatures. */
  int signatures() {
    return signatures.size();
  }
}
