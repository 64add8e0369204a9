package org.passerelle.evidence.internal;

import eu.europa.esig.dss.alert.SilentOnStatusAlert;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DigestDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.xades.XAdESSignatureParameters;
import eu.europa.esig.dss.xades.signature.XAdESService;
import eu.europa.esig.dss.xml.utils.XMLCanonicalizer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.evidence.Digests;
import org.passerelle.evidence.KeyKind;
import org.passerelle.evidence.Signatory;

/**
 * The seal of a container: XAdES-B-B (ETSI EN 319 132-1) over the digest of every file, as
 * specified by ETSI EN 319 162-1, clause 4.4, for ASiC-E. Only digests are passed to EU DSS, so
 * that memory use does not depend on file size. The seal is in canonical form (Exclusive XML
 * Canonicalization 1.0), so that it has only one valid encoding.
 */
public final class XadesSeal {
  /** Path of the seal. */
  public static final String PATH = "META-INF/signatures001.xml";

  /** Five thousand references take two MB; all of it becomes an object tree in memory. */
  static final long MOST = 8L << 20;

  static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
  private static final String ROOT =
      "<asic:XAdESSignatures xmlns:asic=\"http://uri.etsi.org/02918/v1.2.1#\"/>";

  private XadesSeal() {}

  /** Seals these files at the time claimed by the signatory. */
  public static byte[] sign(Map<String, Digests> files, Signatory by, Instant at) {
    XAdESSignatureParameters parameters = parameters(by, at);
    Map<String, String> named = new LinkedHashMap<>();
    files.forEach((name, digests) -> named.put(name, digests.sha512()));
    List<DSSDocument> documents = documents(named);
    XAdESService service = new XAdESService(verifier());
    ToBeSigned asked = service.getDataToSign(documents, parameters);
    SignatureValue value = new SignatureValue(algorithm(by.kind()), by.sign(asked.getBytes()));
    // the first call put its signature into the root
    parameters.setRootDocument(root());
    DSSDocument signed = service.signDocument(documents, parameters, value);
    try (InputStream in = signed.openStream();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      out.write(HEAD.getBytes(StandardCharsets.UTF_8));
      out.write(canonical(in.readAllBytes()));
      return out.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static XAdESSignatureParameters parameters(Signatory by, Instant at) {
    CertificateToken certificate = new CertificateToken(by.certificate());
    XAdESSignatureParameters parameters = new XAdESSignatureParameters();
    parameters.setSignatureLevel(SignatureLevel.XAdES_BASELINE_B);
    parameters.setSignaturePackaging(SignaturePackaging.DETACHED);
    parameters.setDigestAlgorithm(algorithm(by.kind()).getDigestAlgorithm());
    parameters.setReferenceDigestAlgorithm(DigestAlgorithm.SHA512);
    parameters.setSigningCertificateDigestMethod(DigestAlgorithm.SHA512);
    parameters.setEncryptionAlgorithm(algorithm(by.kind()).getEncryptionAlgorithm());
    parameters.setSignedInfoCanonicalizationMethod(EXCLUSIVE);
    parameters.setSignedPropertiesCanonicalizationMethod(EXCLUSIVE);
    parameters.setSigningCertificate(certificate);
    parameters.setCertificateChain(certificate);
    parameters.bLevel().setSigningDate(Date.from(at));
    parameters.setRootDocument(root());
    return parameters;
  }

  private static DSSDocument root() {
    return new InMemoryDocument(ROOT.getBytes(StandardCharsets.UTF_8));
  }

  static CommonCertificateVerifier verifier() {
    CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
    // DSS would use the system date; here the caller supplies the time, and Signatory checks it
    verifier.setAlertOnExpiredCertificate(new SilentOnStatusAlert());
    verifier.setAlertOnNotYetValidCertificate(new SilentOnStatusAlert());
    return verifier;
  }

  /** Names with SHA-512 in place of the files themselves. */
  static List<DSSDocument> documents(Map<String, String> files) {
    List<DSSDocument> documents = new ArrayList<>();
    files.forEach(
        (name, sha512) -> {
          DigestDocument document =
              new DigestDocument(DigestAlgorithm.SHA512, HexFormat.of().parseHex(sha512), name);
          document.setMimeType(MimeTypeEnum.BINARY);
          documents.add(document);
        });
    return documents;
  }

  static byte[] canonical(byte[] xml) {
    return XMLCanonicalizer.createInstance(EXCLUSIVE).canonicalize(new ByteArrayInputStream(xml));
  }

  static SignatureAlgorithm algorithm(KeyKind kind) {
    return switch (kind) {
      case ES256 -> SignatureAlgorithm.ECDSA_SHA256;
      case ES384 -> SignatureAlgorithm.ECDSA_SHA384;
      case ES512 -> SignatureAlgorithm.ECDSA_SHA512;
      case RS256 -> SignatureAlgorithm.RSA_SHA256;
    };
  }
}
