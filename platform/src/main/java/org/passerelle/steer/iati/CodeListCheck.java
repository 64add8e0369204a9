package org.passerelle.steer.iati;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.passerelle.steer.iati.StandardCheck.Problem;
import org.w3c.dom.Document;

/** Checks codes against the standard's lists. A list that is not in the folder is skipped. */
final class CodeListCheck {
  private static final Map<String, String> LISTS = lists();
  private final Map<String, Set<String>> codes;

  private CodeListCheck(Map<String, Set<String>> codes) {
    this.codes = codes;
  }

  private static Map<String, String> lists() {
    Map<String, String> lists = new LinkedHashMap<>();
    lists.put("//iati-activities/@version", "Version");
    lists.put("//@default-currency | //value/@currency", "Currency");
    lists.put("//narrative/@xml:lang | //iati-activity/@xml:lang", "Language");
    lists.put("//description/@type", "DescriptionType");
    lists.put(
        "//reporting-org/@type | //participating-org/@type | //provider-org/@type | //receiver-org/@type",
        "OrganisationType");
    lists.put("//participating-org/@role", "OrganisationRole");
    lists.put("//activity-status/@code", "ActivityStatus");
    lists.put("//activity-date/@type", "ActivityDateType");
    lists.put("//activity-scope/@code", "ActivityScope");
    lists.put("//recipient-country/@code", "Country");
    lists.put("//recipient-region[@vocabulary='1']/@code", "Region");
    lists.put("//sector[@vocabulary='1']/@code", "Sector");
    lists.put("//collaboration-type/@code", "CollaborationType");
    lists.put("//budget/@type", "BudgetType");
    lists.put("//budget/@status", "BudgetStatus");
    lists.put("//transaction-type/@code", "TransactionType");
    lists.put("//result/@type", "ResultType");
    lists.put("//indicator/@measure", "IndicatorMeasure");
    return lists;
  }

  static CodeListCheck in(Path folder) throws IOException {
    Map<String, Set<String>> codes = new HashMap<>();
    for (String list : LISTS.values()) {
      Path file = folder.resolve(list + ".xml");
      if (Files.exists(file)) {
        codes.put(list, codes(file));
      }
    }
    return new CodeListCheck(codes);
  }

  /** The codes of a list. */
  static Set<String> codes(Path file) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    Set<String> codes = new HashSet<>();
    try (InputStream in = Files.newInputStream(file)) {
      XMLStreamReader reader = factory.createXMLStreamReader(in);
      while (reader.hasNext()) {
        reader.next();
        if (reader.isStartElement() && reader.getLocalName().equals("code")) {
          codes.add(reader.getElementText().strip());
        }
      }
      reader.close();
    } catch (XMLStreamException e) {
      throw new IOException(
          "The code list %s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
    return codes;
  }

  List<Problem> check(Document document, String identifier, Xpaths xpaths) {
    List<Problem> problems = new ArrayList<>();
    LISTS.forEach(
        (where, list) -> {
          Set<String> known = codes.get(list);
          if (known != null) {
            for (String code : new HashSet<>(xpaths.texts(where, document))) {
              if (!known.contains(code)) {
                problems.add(
                    new Problem(
                        true,
                        identifier,
                        list,
                        "The code %s is not in the list %s.".formatted(code, list)));
              }
            }
          }
        });
    return problems;
  }
}
