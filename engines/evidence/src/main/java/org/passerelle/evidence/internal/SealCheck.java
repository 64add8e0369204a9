package org.passerelle.evidence.internal;

import eu.europa.esig.dss.enumerations.DigestMatcherType;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.ReferenceValidation;
import eu.europa.esig.dss.model.signature.SignatureCryptographicVerification;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.xades.validation.XMLDocumentAnalyzer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.passerelle.evidence.Certificates;
import org.passerelle.evidence.KeyKind;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The content of a seal: signer, time, and the digests of files. EU DSS verifies the signature;
 * file names are compared here, since DSS also accepts a file in place of another one with the same
 * digest.
 */
public final class SealCheck {
  private static final String DS = "http://www.w3.org/2000/09/xmldsig#";

  private SealCheck() {}

  /**
   * The parsed seal.
   *
   * @param files names with SHA-512 in hexadecimal digits, as in the seal
   * @param fault why it is not a valid seal of its certificate's key; null if it is
   */
  public record Read(
      @Nullable X509Certificate certificate,
      @Nullable Instant at,
      Map<String, String> files,
      @Nullable String fault) {}

  /**
   * Reads a seal. DSS is given the digests from the seal as those of the files, so that it verifies
   * only the signature; the caller compares the files' actual digests.
   */
  public static Read read(byte[] xml) {
    try {
      return parsed(xml);
    } catch (RuntimeException e) {
      // a forger may have tried to crash the verifier
      return none("it cannot be verified (%s).".formatted(e.getMessage()));
    } catch (StackOverflowError e) {
      return none("it cannot be verified: it is nested too deeply.");
    }
  }

  private static Read parsed(byte[] xml) {
    Element root;
    byte[] canonical;
    try {
      root = parse(xml);
      canonical = XadesSeal.canonical(xml);
    } catch (SAXException | IOException | DSSException e) {
      return none("it is not valid XML.");
    }
    Optional<String> otherwise = SealForm.otherwise(xml, canonical, root);
    return otherwise.isPresent() ? none(otherwise.get()) : judged(xml, root);
  }

  private static Read none(String fault) {
    return new Read(null, null, Map.of(), fault);
  }

  private static Read judged(byte[] xml, Element root) {
    Map<String, String> files = new LinkedHashMap<>();
    String otherwise = references(root, files);
    if (otherwise != null) {
      return none(otherwise);
    }
    XMLDocumentAnalyzer analyzer = new XMLDocumentAnalyzer(new InMemoryDocument(xml));
    analyzer.setCertificateVerifier(XadesSeal.verifier());
    analyzer.setDetachedContents(XadesSeal.documents(files));
    List<AdvancedSignature> signatures = analyzer.getSignatures();
    if (signatures.size() != 1) {
      return none("it contains %d signatures.".formatted(signatures.size()));
    }
    AdvancedSignature signature = signatures.get(0);
    X509Certificate certificate = Certificates.read(decoded(root, "X509Certificate"));
    Date time = signature.getSigningTime();
    return new Read(
        certificate, time == null ? null : time.toInstant(), files, fault(signature, certificate));
  }

  private static @Nullable String fault(AdvancedSignature signature, X509Certificate certificate) {
    signature.checkSignatureIntegrity();
    SignatureCryptographicVerification made = signature.getSignatureCryptographicVerification();
    if (!made.isSignatureIntact()) {
      return "it was not made with the key of its certificate.";
    }
    if (signature.getSignatureAlgorithm()
        != XadesSeal.algorithm(KeyKind.of(certificate.getPublicKey()))) {
      return "its algorithm does not match its key.";
    }
    boolean properties = false;
    for (ReferenceValidation reference : signature.getReferenceValidations()) {
      if (reference.getType() == DigestMatcherType.SIGNED_PROPERTIES) {
        properties = reference.isIntact();
      }
    }
    if (!properties) {
      return "time and certificate differ from those that were signed.";
    }
    if (signature.getSigningTime() == null
        || signature.getCandidatesForSigningCertificate().getTheCertificateValidity() == null
        || !signature
            .getCandidatesForSigningCertificate()
            .getTheCertificateValidity()
            .isDigestEqual()) {
      return "its certificate differs from the one that was signed.";
    }
    return null;
  }

  /** Names and digests of the references to files; each uses SHA-512 and no transformation. */
  private static @Nullable String references(Element root, Map<String, String> files) {
    NodeList references = root.getElementsByTagNameNS(DS, "Reference");
    for (int i = 0; i < references.getLength(); i++) {
      Element reference = (Element) references.item(i);
      String name = reference.getAttribute("URI");
      if (name.startsWith("#")) {
        continue;
      }
      Element method = (Element) reference.getElementsByTagNameNS(DS, "DigestMethod").item(0);
      if (reference.getElementsByTagNameNS(DS, "Transforms").getLength() > 0
          || !method.getAttribute("Algorithm").equals("http://www.w3.org/2001/04/xmlenc#sha512")) {
        return "it seals %s in an unsupported way.".formatted(name);
      }
      String digest = HexFormat.of().formatHex(decoded(reference, "DigestValue"));
      if (files.put(name, digest) != null) {
        return "it seals %s twice.".formatted(name);
      }
    }
    return null;
  }

  private static byte[] decoded(Element in, String name) {
    return Base64.getDecoder().decode(in.getElementsByTagNameNS(DS, name).item(0).getTextContent());
  }

  private static Element parse(byte[] xml) throws SAXException, IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setExpandEntityReferences(false);
      javax.xml.parsers.DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new ByteArrayInputStream(xml)).getDocumentElement();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }
}
