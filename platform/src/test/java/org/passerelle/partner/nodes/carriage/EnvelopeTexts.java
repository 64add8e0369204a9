package org.passerelle.partner.nodes.carriage;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import org.passerelle.partner.nodes.identity.NodeKey;

/** What a hostile hand seals for a house, whatever lies within: for tests. */
final class EnvelopeTexts {
  private EnvelopeTexts() {}

  static String sealed(String within, NodeKey key) {
    try {
      JWEObject sealed =
          new JWEObject(
              new JWEHeader.Builder(JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A256GCM)
                  .type(new JOSEObjectType("passerelle-sealed+jwe"))
                  .keyID(key.id())
                  .build(),
              new Payload(within));
      sealed.encrypt(new ECDHEncrypter(key.jwk().toECPublicKey()));
      return sealed.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
