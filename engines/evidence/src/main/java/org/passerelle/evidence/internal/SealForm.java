package org.passerelle.evidence.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Whether a seal has the single permitted form. Parts not covered by the signature, such as
 * identifiers and white space, could otherwise be changed unnoticed, or hide a second signature.
 */
final class SealForm {
  private static final String DS = "http://www.w3.org/2000/09/xmldsig#";
  private static final String XADES = "http://uri.etsi.org/01903/v1.3.2#";
  private static final String ASIC = "http://uri.etsi.org/02918/v1.2.1#";

  private SealForm() {}

  /** The first deviation, or empty. */
  static Optional<String> otherwise(byte[] xml, byte[] canonical, Element root) {
    byte[] expected =
        join(XadesSeal.HEAD.getBytes(java.nio.charset.StandardCharsets.UTF_8), canonical);
    if (!Arrays.equals(xml, expected)) {
      return Optional.of("it is not in canonical form.");
    }
    try {
      read(root);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static byte[] join(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  private static void read(Element root) {
    named(root, ASIC, "XAdESSignatures");
    attributes(root);
    Element signature = only(root, DS, "Signature");
    attributes(signature, "Id");
    String id = signature.getAttribute("Id");
    List<Element> parts = elements(signature);
    require(parts.size() == 4, "it does not have exactly four parts.");
    named(parts.get(0), DS, "SignedInfo");
    Element value = parts.get(1);
    named(value, DS, "SignatureValue");
    attributes(value, "Id");
    require(value.getAttribute("Id").equals("value-" + id), "its value has an unexpected name.");
    base64(value);
    Element key = parts.get(2);
    named(key, DS, "KeyInfo");
    attributes(key);
    Element data = only(key, DS, "X509Data");
    attributes(data);
    Element certificate = only(data, DS, "X509Certificate");
    attributes(certificate);
    base64(certificate);
    Element object = parts.get(3);
    named(object, DS, "Object");
    attributes(object);
    Element properties = only(object, XADES, "QualifyingProperties");
    attributes(properties, "Target");
    require(
        properties.getAttribute("Target").equals("#" + id),
        "its properties belong to another signature.");
    Element signed = only(properties, XADES, "SignedProperties");
    require(
        signed.getAttribute("Id").equals("xades-" + id), "its properties have an unexpected name.");
  }

  private static Element only(Element in, String namespace, String name) {
    List<Element> found = elements(in);
    require(found.size() == 1, "it does not contain exactly one %s.".formatted(name));
    named(found.get(0), namespace, name);
    return found.get(0);
  }

  private static void named(Element element, String namespace, String name) {
    require(
        namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName()),
        "it contains %s in place of %s.".formatted(element.getNodeName(), name));
  }

  /** The child elements of an element without text. */
  private static List<Element> elements(Element in) {
    List<Element> elements = new ArrayList<>();
    for (Node child = in.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (!(child instanceof Element element)) {
        throw new IllegalArgumentException(
            "there is something between the parts of %s.".formatted(in.getNodeName()));
      }
      elements.add(element);
    }
    return elements;
  }

  private static void attributes(Element element, String... names) {
    int declared = 0;
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      String name = element.getAttributes().item(i).getNodeName();
      if (name.startsWith("xmlns")) {
        declared++;
      } else {
        require(
            Arrays.asList(names).contains(name),
            "%s has the additional attribute %s.".formatted(element.getNodeName(), name));
      }
    }
    require(declared <= 1, "%s declares unused namespaces.".formatted(element.getNodeName()));
  }

  private static void base64(Element element) {
    // before collecting the text, which recurses into nested elements
    require(elementsIn(element) == 0, "there is something in %s.".formatted(element.getNodeName()));
    String text = element.getTextContent();
    try {
      require(
          Base64.getEncoder().encodeToString(Base64.getDecoder().decode(text)).equals(text),
          "%s has an unexpected form.".formatted(element.getNodeName()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s has an unexpected form.".formatted(element.getNodeName()), e);
    }
  }

  private static int elementsIn(Element element) {
    return element.getElementsByTagName("*").getLength();
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
