package org.passerelle.partner.nodes.envelope;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObject;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.util.Base64URL;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.partner.nodes.identity.NodeKey;
import org.passerelle.partner.nodes.identity.Reason;
import org.passerelle.partner.nodes.identity.Signed;
import org.passerelle.partner.nodes.identity.Untrusted;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The transport format of envelopes: signed with ES256 (RFC 7515), then encrypted with
 * ECDH-ES+A256KW and A256GCM (RFC 7516), both in compact form. An arriving envelope cannot choose
 * an algorithm or carry a header that the protocol does not name; so nothing is decompressed, and
 * no key is fetched.
 */
public final class EnvelopeText {
  private static final String SEALED = "passerelle-sealed+jwe";
  private static final String TYPE = "passerelle-envelope+jwt";
  private static final Set<String> HEADER = Set.of("alg", "enc", "typ", "kid", "epk");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private EnvelopeText() {}

  /** Signs and encrypts. */
  public static String seal(Envelope envelope, NodeKey signing, NodeKey sealing) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", envelope.from());
    claims.put("aud", envelope.to());
    claims.put("jti", envelope.id());
    claims.put("iat", envelope.issued().getEpochSecond());
    claims.put("exp", envelope.expires().getEpochSecond());
    claims.put("kind", envelope.kind());
    claims.put("version", envelope.version());
    claims.put("message", envelope.message().toString());
    Envelope.Parcel parcel = envelope.parcel();
    if (parcel != null) {
      claims.put("sender", parcel.sender().toString());
      claims.put("recipient", parcel.recipient().toString());
      claims.put("subject", parcel.subject().toString());
      claims.put("sequence", parcel.sequence());
      claims.put("occurred", parcel.occurred().toString());
    }
    claims.put("body", JSON.readTree(envelope.body()));
    try {
      JWEObject sealed =
          new JWEObject(
              new JWEHeader.Builder(JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A256GCM)
                  .type(new JOSEObjectType(SEALED))
                  .keyID(sealing.id())
                  .build(),
              new Payload(Signed.sign(JSON.writeValueAsString(claims), TYPE, signing)));
      sealed.encrypt(new ECDHEncrypter(sealing.jwk().toECPublicKey()));
      return sealed.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Decrypts an envelope sealed for this node; its signature is not verified yet.
   *
   * @param compact without surrounding white space
   * @param keys this node's keys by name, while they are still accepted
   */
  public static Claimed open(String compact, Function<String, Optional<NodeKey>> keys) {
    try {
      JWEObject sealed = JWEObject.parse(compact);
      checkSpelling(compact, sealed);
      JWEHeader header = sealed.getHeader();
      if (!JWEAlgorithm.ECDH_ES_A256KW.equals(header.getAlgorithm())
          || !EncryptionMethod.A256GCM.equals(header.getEncryptionMethod())
          || !HEADER.equals(header.toJSONObject().keySet())
          || !SEALED.equals(header.getType().getType())
          || header.getEphemeralPublicKey().isPrivate()) {
        throw new Untrusted(Reason.ALGORITHM);
      }
      NodeKey key = keys.apply(header.getKeyID()).orElseThrow(() -> new Untrusted(Reason.AUDIENCE));
      sealed.decrypt(new ECDHDecrypter(key.jwk().toECPrivateKey()));
      String signed = sealed.getPayload().toString();
      // only the header: the signed content is parsed after the signature was verified
      JWSObject claimed = Signed.unchecked(signed, TYPE);
      checkSpelling(signed, claimed);
      return new Claimed(claimed.getHeader().getKeyID(), signed);
    } catch (Untrusted e) {
      throw e;
    } catch (JOSEException e) {
      throw new Untrusted(Reason.SIGNATURE, e);
    } catch (ParseException | RuntimeException e) {
      // the libraries fail in many ways on malformed input
      throw new Untrusted(Reason.FORMAT, e);
    }
  }

  /**
   * Enforces a canonical encoding. The base64 decoder ignores all characters outside its alphabet,
   * and surplus bits at the end; so one envelope could be written in endless ways, and previously
   * rejected bytes would not be recognised.
   */
  private static void checkSpelling(String compact, JOSEObject read) {
    String spelt =
        Arrays.stream(read.getParsedParts())
            .map(part -> Base64URL.encode(part.decode()).toString())
            .collect(Collectors.joining("."));
    if (!spelt.equals(compact)) {
      throw new Untrusted(Reason.FORMAT);
    }
  }

  /**
   * A decrypted envelope whose signature is not verified yet.
   *
   * @param key name of the key that allegedly signed it
   */
  public record Claimed(String key, String signed) {

    /**
     * Verifies the signature and returns the envelope.
     *
     * @param keys valid keys of the node
     * @throws Untrusted if none of them signed it
     */
    public Envelope checked(Function<String, Optional<NodeKey>> keys) {
      return envelope(Signed.open(signed, TYPE, keys));
    }
  }

  private static Envelope envelope(String json) {
    try {
      JsonNode claims = JSON.readTree(json);
      String id = text(claims, "jti");
      if (!id.matches("[A-Za-z0-9-]{16,60}") || !claims.path("body").isObject()) {
        throw new Untrusted(Reason.FORMAT);
      }
      return new Envelope(
          id,
          text(claims, "iss"),
          text(claims, "aud"),
          Instant.ofEpochSecond(claims.path("iat").asLong(0)),
          Instant.ofEpochSecond(claims.path("exp").asLong(0)),
          text(claims, "kind"),
          claims.path("version").asInt(0),
          UUID.fromString(text(claims, "message")),
          claims.has("sender")
              ? new Envelope.Parcel(
                  UUID.fromString(text(claims, "sender")),
                  UUID.fromString(text(claims, "recipient")),
                  UUID.fromString(text(claims, "subject")),
                  claims.path("sequence").asLong(0),
                  Instant.parse(text(claims, "occurred")))
              : null,
          claims.path("body").toString());
    } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
      throw new Untrusted(Reason.FORMAT, e);
    }
  }

  private static String text(JsonNode claims, String name) {
    return claims.path(name).asString("");
  }
}
