package org.passerelle.evidence.internal;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.evidence.CaseFile;
import org.passerelle.evidence.Certificates;
import org.passerelle.evidence.Exhibit;
import org.passerelle.evidence.custody.Act;
import org.passerelle.evidence.custody.CustodyEntry;
import org.passerelle.evidence.custody.Statement;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code case.jsonld}: the exhibits and their history in terms of CASE 1.4.0 and UCO 1.4.0, for
 * tools that read them. Identifiers are derived from number and place, so that two versions of a
 * case file refer to the same things.
 */
final class CaseDocument {
  private static final String UCO = "https://ontology.unifiedcyberontology.org/uco/";
  private static final String CASE = "https://ontology.caseontology.org/case/";
  private final CaseFile file;
  private final Certificates people;
  private final Instant at;
  private final ObjectNode root = Description.JSON.createObjectNode();
  private final ArrayNode graph;
  private final Map<String, String> persons = new LinkedHashMap<>();

  private CaseDocument(CaseFile file, Certificates people, Instant at) {
    this.file = file;
    this.people = people;
    this.at = at;
    ObjectNode context = root.putObject("@context");
    context.put("xsd", "http://www.w3.org/2001/XMLSchema#");
    for (String part : List.of("action", "core", "identity", "observable", "types")) {
      context.put("uco-" + part, UCO + part + "/");
    }
    context.put("case-investigation", CASE + "investigation/");
    graph = root.putArray("@graph");
  }

  static byte[] of(CaseFile file, List<Item> items, Certificates people, Instant at) {
    CaseDocument document = new CaseDocument(file, people, at);
    document.write(items.stream().filter(Item::included).toList());
    return (Description.JSON.writeValueAsString(document.root) + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private void write(List<Item> items) {
    ObjectNode investigation =
        object("case-investigation:Investigation", id("investigation", file.number()));
    investigation.put("uco-core:name", file.title());
    investigation.put("case-investigation:investigationForm", "case");
    time(investigation, "uco-core:objectCreatedTime", at);
    ArrayNode records = investigation.putArray("uco-core:object");
    for (Item item : items) {
      link(records, provenance(item));
      observed(item);
      item.exhibit().derivedFrom().forEach(source -> derived(item.exhibit(), source, items));
      item.chain().entries().forEach(this::action);
    }
  }

  private String provenance(Item item) {
    String id = id("provenance", item.exhibit().number());
    ObjectNode record = object("case-investigation:ProvenanceRecord", id);
    record.put("case-investigation:exhibitNumber", item.exhibit().number());
    record.put("uco-core:name", item.exhibit().title());
    if (!item.exhibit().provenance().origin().isEmpty()) {
      record.put("uco-core:description", item.exhibit().provenance().origin());
    }
    link(record.putArray("uco-core:object"), id("file", item.exhibit().number()));
    return id;
  }

  private void observed(Item item) {
    String number = item.exhibit().number();
    ObjectNode observed = object("uco-observable:File", id("file", number));
    ArrayNode facets = observed.putArray("uco-core:hasFacet");
    ObjectNode name = facets.addObject();
    name.put("@id", id("file-facet", number)).put("@type", "uco-observable:FileFacet");
    name.put("uco-observable:fileName", item.exhibit().fileName());
    name.put("uco-observable:filePath", item.path());
    typed(name, "uco-observable:sizeInBytes", "xsd:integer", Long.toString(item.taken().size()));
    ObjectNode content = facets.addObject();
    content.put("@id", id("content-facet", number));
    content.put("@type", "uco-observable:ContentDataFacet");
    content.put("uco-observable:mimeType", item.exhibit().mediaType());
    ArrayNode hashes = content.putArray("uco-observable:hash");
    hash(hashes, number, "SHA256", item.digests().sha256());
    hash(hashes, number, "SHA512", item.digests().sha512());
  }

  private void hash(ArrayNode hashes, String number, String method, String value) {
    ObjectNode hash = hashes.addObject();
    hash.put("@id", id(method, number)).put("@type", "uco-types:Hash");
    hash.put("uco-types:hashMethod", method);
    typed(hash, "uco-types:hashValue", "xsd:hexBinary", value);
  }

  private void derived(Exhibit exhibit, String source, List<Item> items) {
    if (items.stream().noneMatch(item -> item.exhibit().number().equals(source))) {
      return;
    }
    ObjectNode relation =
        object(
            "uco-observable:ObservableRelationship",
            id("derived", exhibit.number() + " " + source));
    reference(relation, "uco-core:source", id("file", exhibit.number()));
    reference(relation, "uco-core:target", id("file", source));
    relation.put("uco-core:kindOfRelationship", "Derived_From");
    relation.put("uco-core:isDirectional", true);
    if (!exhibit.derivation().isEmpty()) {
      relation.put("uco-core:description", exhibit.derivation());
    }
  }

  private void action(CustodyEntry entry) {
    Statement said = entry.statement();
    ObjectNode action =
        object(
            "case-investigation:InvestigativeAction",
            id("custody", said.item() + " " + said.number()));
    action.put("uco-core:name", said.act().word());
    if (!said.reason().isEmpty()) {
      action.put("uco-core:description", said.reason());
    }
    time(action, "uco-action:startTime", said.at());
    reference(
        action, "uco-action:performer", person(said.from().isEmpty() ? said.to() : said.from()));
    if (said.act() == Act.HANDOVER || said.act() == Act.REFUSAL) {
      link(action.putArray("uco-action:participant"), person(said.to()));
    }
    link(action.putArray("uco-action:object"), id("file", said.item()));
    if (said.act() == Act.INTAKE) {
      link(action.putArray("uco-action:result"), id("provenance", said.item()));
    }
  }

  private String person(String certificate) {
    return persons.computeIfAbsent(
        certificate,
        name -> {
          String id = id("person", name);
          object("uco-identity:Identity", id)
              .put(
                  "uco-core:name",
                  people
                      .find(name)
                      .map(X509Certificate::getSubjectX500Principal)
                      .map(holder -> holder.getName())
                      .orElse(name));
          return id;
        });
  }

  private ObjectNode object(String type, String id) {
    return graph.addObject().put("@id", id).put("@type", type);
  }

  /** A name-based UUID (RFC 9562): the same thing has the same identifier in every version. */
  private String id(String what, String of) {
    String name = file.organisation() + "\n" + file.number() + "\n" + what + "\n" + of;
    return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private static void link(ArrayNode list, String id) {
    list.addObject().put("@id", id);
  }

  private static void reference(ObjectNode object, String name, String id) {
    object.putObject(name).put("@id", id);
  }

  private static void time(ObjectNode object, String name, Instant value) {
    typed(object, name, "xsd:dateTime", value.toString());
  }

  private static void typed(ObjectNode object, String name, String type, String value) {
    object.putObject(name).put("@type", type).put("@value", value);
  }
}
