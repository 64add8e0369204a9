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
 * What a seal says: by whom, when, and of which files which digests. EU DSS judges the signature;
 * the names of files are compared here, since DSS also takes a file for another one of the same
 * digest.
 */
public final class SealCheck {
  private static final String DS = "http://www.w3.org/2000/09/xmldsig#";

  private SealCheck() {}

  /**
   * What was read.
   *
   * @param files names with SHA-512 in hexadecimal digits, as the seal has them
   * @param fault why it is no seal of its certificate's key; null if it is one
   */
  public record Read(
      @Nullable X509Certificate certificate,
      @Nullable Instant at,
      Map<String, String> files,
      @Nullable String fault) {}

  /**
   * Reads a seal. DSS is told that every file has the digest that the seal says, so that it judges
   * the signature alone; whether the files have it is told by whoever read them.
   */
  public static Read read(byte[] xml) {
    try {
      return parsed(xml);
    } catch (RuntimeException e) {
      // whoever wrote it may have wanted to break the checker
      return none("it cannot be judged (%s).".formatted(e.getMessage()));
    } catch (StackOverflowError e) {
      return none("it cannot be judged: too much in it lies within other parts.");
    }
  }

  private static Read parsed(byte[] xml) {
    Element root;
    byte[] canonical;
    try {
      root = parse(xml);
      canonical = XadesSeal.canonical(xml);
    } catch (SAXException | IOException | DSSException e) {
      return none("it is no XML that can be read.");
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
      return none("it holds %d signatures.".formatted(signatures.size()));
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
      return "the key of its certificate has not made it.";
    }
    if (signature.getSignatureAlgorithm()
        != XadesSeal.algorithm(KeyKind.of(certificate.getPublicKey()))) {
      return "its algorithm is not that of its key.";
    }
    boolean properties = false;
    for (ReferenceValidation reference : signature.getReferenceValidations()) {
      if (reference.getType() == DigestMatcherType.SIGNED_PROPERTIES) {
        properties = reference.isIntact();
      }
    }
    if (!properties) {
      return "time and certificate are not those that were signed.";
    }
    if (signature.getSigningTime() == null
        || signature.getCandidatesForSigningCertificate().getTheCertificateValidity() == null
        || !signature
            .getCandidatesForSigningCertificate()
            .getTheCertificateValidity()
            .isDigestEqual()) {
      return "its certificate is not the one that was signed.";
    }
    return null;
  }

  /** Names and digests of the references to files; each has SHA-512 and is not transformed. */
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
        return "it seals %s in another way.".formatted(name);
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
