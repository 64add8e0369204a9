package org.passerelle.accounts;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An authenticator without a browser: what passkey.js would send for a key of ES256 without
 * attestation (WebAuthn Level 2, sections 6.1, 6.5 and 8.7).
 */
public final class SoftPasskey {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int USER_PRESENT_AND_VERIFIED = 0x05;
  private static final int WITH_KEY = 0x40;
  private final String origin;
  private final byte[] id = new byte[16];
  private final KeyPair keys;
  private int uses;

  /** A key for the site of an origin, such as {@code http://localhost:8080}. */
  public SoftPasskey(String origin) {
    this.origin = origin;
    new SecureRandom().nextBytes(id);
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      keys = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Answers what the house asks to make it. */
  public String made(String options) {
    JsonNode asked = JSON.readTree(options);
    byte[] data = data(asked.path("rp").path("id").asString(""), WITH_KEY, attested());
    ByteArrayOutputStream object = new ByteArrayOutputStream();
    object.write(0xA3);
    object.writeBytes(text("fmt"));
    object.writeBytes(text("none"));
    object.writeBytes(text("attStmt"));
    object.write(0xA0);
    object.writeBytes(text("authData"));
    object.writeBytes(octets(data));
    return JSON.writeValueAsString(
        Map.of(
            "label",
            "Telephone",
            "credential",
            Map.of(
                "id", coded(id),
                "rawId", coded(id),
                "type", "public-key",
                "response",
                    Map.of(
                        "attestationObject", coded(object.toByteArray()),
                        "clientDataJSON", coded(client("webauthn.create", asked)),
                        "transports", List.of()),
                "clientExtensionResults", Map.of())));
  }

  /** Answers what the house asks to use it. */
  public String used(String options) {
    JsonNode asked = JSON.readTree(options);
    byte[] data = data(asked.path("rpId").asString(""), 0, new byte[0]);
    byte[] client = client("webauthn.get", asked);
    return JSON.writeValueAsString(
        Map.of(
            "id", coded(id),
            "rawId", coded(id),
            "type", "public-key",
            "response",
                Map.of(
                    "authenticatorData", coded(data),
                    "clientDataJSON", coded(client),
                    "signature", coded(signed(data, client))),
            "clientExtensionResults", Map.of()));
  }

  private byte[] data(String site, int flags, byte[] more) {
    uses++;
    return ByteBuffer.allocate(37 + more.length)
        .put(sha256(site.getBytes(StandardCharsets.UTF_8)))
        .put((byte) (USER_PRESENT_AND_VERIFIED | flags))
        .putInt(uses)
        .put(more)
        .array();
  }

  private byte[] attested() {
    ECPublicKey key = (ECPublicKey) keys.getPublic();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(new byte[16]);
    all.write(0);
    all.write(id.length);
    all.writeBytes(id);
    // COSE: key of an elliptic curve, ES256, P-256, its two coordinates
    all.writeBytes(new byte[] {(byte) 0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21});
    all.writeBytes(octets(coordinate(key.getW().getAffineX())));
    all.write(0x22);
    all.writeBytes(octets(coordinate(key.getW().getAffineY())));
    return all.toByteArray();
  }

  private byte[] client(String type, JsonNode asked) {
    return JSON.writeValueAsBytes(
        Map.of(
            "type",
            type,
            "challenge",
            asked.path("challenge").asString(""),
            "origin",
            origin,
            "crossOrigin",
            false));
  }

  private byte[] signed(byte[] data, byte[] client) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(data);
      signature.update(sha256(client));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] coordinate(BigInteger value) {
    byte[] all = value.toByteArray();
    byte[] fixed = new byte[32];
    int length = Math.min(32, all.length);
    System.arraycopy(all, all.length - length, fixed, 32 - length, length);
    return fixed;
  }

  private static byte[] text(String value) {
    byte[] octets = value.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(1 + octets.length)
        .put((byte) (0x60 + octets.length))
        .put(octets)
        .array();
  }

  private static byte[] octets(byte[] value) {
    return ByteBuffer.allocate(3 + value.length)
        .put((byte) 0x59)
        .putShort((short) value.length)
        .put(value)
        .array();
  }

  private static byte[] sha256(byte[] value) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(value);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String coded(byte[] value) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
  }
}
