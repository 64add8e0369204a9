package org.passerelle.notice.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/** What a browser does with a message (RFC 8291), with keys derived by another library. */
final class BrowserSide {
  private BrowserSide() {}

  static byte[] opened(byte[] body, ECKey browserKey, byte[] secret) throws Exception {
    ByteBuffer read = ByteBuffer.wrap(body);
    byte[] salt = new byte[16];
    read.get(salt);
    int size = read.getInt();
    byte[] house = new byte[read.get()];
    read.get(house);
    byte[] closed = new byte[read.remaining()];
    read.get(closed);
    assertThat(size).as("one record").isGreaterThanOrEqualTo(closed.length);
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(browserKey.toECPrivateKey());
    agreement.doPhase(key(house).toECPublicKey(), true);
    ByteBuffer info = ByteBuffer.allocate(14 + 130);
    info.put("WebPush: info\0".getBytes(StandardCharsets.US_ASCII));
    info.put(point(browserKey)).put(house);
    byte[] keying = derived(agreement.generateSecret(), secret, info.array(), 32);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(derived(keying, salt, text("Content-Encoding: aes128gcm\0"), 16), "AES"),
        new GCMParameterSpec(128, derived(keying, salt, text("Content-Encoding: nonce\0"), 12)));
    byte[] plain = cipher.doFinal(closed);
    assertThat(plain[plain.length - 1]).isEqualTo((byte) 2);
    return Arrays.copyOf(plain, plain.length - 1);
  }

  /** SEC 1, 2.3.3. */
  static byte[] point(ECKey key) {
    return ByteBuffer.allocate(65)
        .put((byte) 4)
        .put(key.getX().decode())
        .put(key.getY().decode())
        .array();
  }

  static ECKey key(byte[] point) {
    return new ECKey.Builder(
            Curve.P_256,
            Base64URL.encode(Arrays.copyOfRange(point, 1, 33)),
            Base64URL.encode(Arrays.copyOfRange(point, 33, 65)))
        .build();
  }

  private static byte[] derived(byte[] keying, byte[] salt, byte[] info, int length) {
    HKDFBytesGenerator generator = new HKDFBytesGenerator(new SHA256Digest());
    generator.init(new HKDFParameters(keying, salt, info));
    byte[] made = new byte[length];
    generator.generateBytes(made, 0, length);
    return made;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
