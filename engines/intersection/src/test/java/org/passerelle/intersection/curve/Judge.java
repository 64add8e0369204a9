package org.passerelle.intersection.curve;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.List;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;

/** BouncyCastle's implementation of the same curve. */
final class Judge {
  private Judge() {}

  static Points points(List<ECPoint> points) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    points.forEach(p -> octets.writeBytes(p.getEncoded(true)));
    return Points.read(octets.toByteArray());
  }

  static ECPoint point(BigInteger multiple) {
    return CustomNamedCurves.getByName("secp256r1").getG().multiply(multiple).normalize();
  }
}
