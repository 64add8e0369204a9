package org.passerelle.steer.iati;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Compiled XPath expressions of the ruleset. Not thread-safe. */
final class Xpaths {
  private final XPath xpath = XPathFactory.newDefaultInstance().newXPath();
  private final Map<String, XPathExpression> compiled = new HashMap<>();

  Xpaths() {
    xpath.setNamespaceContext(
        new javax.xml.namespace.NamespaceContext() {
          @Override
          public String getNamespaceURI(String prefix) {
            return prefix.equals("xml") ? "http://www.w3.org/XML/1998/namespace" : "";
          }

          @Override
          public String getPrefix(String uri) {
            return "xml";
          }

          @Override
          public java.util.Iterator<String> getPrefixes(String uri) {
            return List.of("xml").iterator();
          }
        });
  }

  /** The nodes that an expression selects. */
  List<Node> nodes(String expression, Node from) {
    try {
      NodeList list = (NodeList) of(expression).evaluate(from, XPathConstants.NODESET);
      List<Node> nodes = new ArrayList<>();
      for (int i = 0; i < list.getLength(); i++) {
        nodes.add(list.item(i));
      }
      return nodes;
    } catch (XPathExpressionException e) {
      throw unreadable(expression, e);
    }
  }

  /** The texts that an expression selects. */
  List<String> texts(String expression, Node from) {
    return nodes(expression, from).stream().map(Node::getTextContent).toList();
  }

  /** Whether an expression is true at a node. */
  boolean holds(String expression, Node from) {
    try {
      return (boolean) of(expression).evaluate(from, XPathConstants.BOOLEAN);
    } catch (XPathExpressionException e) {
      throw unreadable(expression, e);
    }
  }

  private XPathExpression of(String expression) throws XPathExpressionException {
    XPathExpression known = compiled.get(expression);
    if (known == null) {
      known = xpath.compile(expression);
      compiled.put(expression, known);
    }
    return known;
  }

  private static IllegalStateException unreadable(String expression, Exception e) {
    return new IllegalStateException(
        "The ruleset's expression %s cannot be read.%nMaybe the ruleset is of another version."
            .formatted(expression),
        e);
  }
}
