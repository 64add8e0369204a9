package org.passerelle.protect.casework.care.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Organisations;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Identifiers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Import and export of services as HSDS 3.0 files (JSON). A file is validated completely before
 * anything is stored, and faults are reported by service and field.
 */
@Service
public class HsdsFiles {
  /** Maximum number of services in a file. */
  public static final int MOST = 5_000;

  private static final int LONGEST = 300;
  private static final int CITY = 200;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final Catalogue catalogue;
  private final CatalogueRows rows;
  private final HsdsSchema schema;
  private final Organisations organisations;
  private final AuditLog audit;
  private final Identifiers identifiers;

  HsdsFiles(
      Catalogue catalogue,
      CatalogueRows rows,
      HsdsSchema schema,
      Organisations organisations,
      AuditLog audit,
      Identifiers identifiers) {
    this.catalogue = catalogue;
    this.rows = rows;
    this.schema = schema;
    this.organisations = organisations;
    this.audit = audit;
    this.identifiers = identifiers;
  }

  /**
   * A fault in a file.
   *
   * @param number position of the service in the file, from 1
   * @param name name of the service, or empty
   * @param field location, such as {@code phones[0].number}
   * @param rule key below {@code catalogue.fault}
   * @param wanted expected value, or empty
   */
  public record Fault(int number, String name, String field, String rule, String wanted) {}

  /**
   * A file that was read.
   *
   * @param faults faults; if there are any, nothing is imported
   */
  public record Read(List<ObjectNode> services, List<Fault> faults) {
    public Read {
      services = List.copyOf(services);
      faults = List.copyOf(faults);
    }
  }

  /** Result of an import. */
  public record Taken(int added, int changed, int same) {}

  /**
   * Reads a file: a service, an array of services, a page of an HSDS API, or an organisation with
   * its services.
   *
   * @throws Refused if it is not JSON, or contains no services or too many
   */
  @Transactional(readOnly = true)
  public Read read(byte[] file, SignedIn who) {
    List<ObjectNode> services = services(parsed(file));
    if (services.isEmpty()) {
      throw new Refused("catalogue.refused.no-service");
    }
    if (services.size() > MOST) {
      throw new Refused("catalogue.refused.many", services.size(), MOST);
    }
    List<Fault> faults = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < services.size(); i++) {
      faults.addAll(faults(i + 1, services.get(i), ids, who));
    }
    return new Read(services, faults);
  }

  private static JsonNode parsed(byte[] file) {
    try {
      return JSON.readTree(file);
    } catch (JacksonException e) {
      throw new Refused(
          "catalogue.refused.no-json",
          e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr()));
    }
  }

  private static List<ObjectNode> services(JsonNode file) {
    List<ObjectNode> services = new ArrayList<>();
    JsonNode all = file.isArray() ? file : file.has("contents") ? file.path("contents") : null;
    if (all != null) {
      all.forEach(one -> services.addAll(services(one)));
    } else if (file.has("services") && file instanceof ObjectNode organisation) {
      ObjectNode itself = organisation.deepCopy();
      itself.remove("services");
      for (JsonNode one : organisation.path("services")) {
        if (one instanceof ObjectNode service) {
          ObjectNode whole = service.deepCopy();
          whole.set("organization", itself);
          services.add(whole);
        }
      }
    } else if (file instanceof ObjectNode service) {
      services.add(service);
    }
    return services;
  }

  private List<Fault> faults(int number, ObjectNode service, Set<String> ids, SignedIn who) {
    String name = HsdsDocument.text(service, "name");
    List<Fault> faults = new ArrayList<>();
    for (HsdsSchema.Wrong wrong : schema.check(service)) {
      faults.add(new Fault(number, name, wrong.at(), rule(wrong), wrong.wanted()));
    }
    if (!faults.isEmpty()) {
      return faults;
    }
    if (!ids.add(HsdsDocument.text(service, "id"))) {
      faults.add(new Fault(number, name, "id", "twice", ""));
    }
    if (name.isEmpty() || name.length() > LONGEST) {
      faults.add(new Fault(number, name, "name", "length", String.valueOf(LONGEST)));
    }
    CareService read = HsdsDocument.read(service, catalogue.codes());
    if (read.where().city().length() > CITY) {
      faults.add(new Fault(number, name, "addresses[0].city", "length", String.valueOf(CITY)));
    }
    String assured = HsdsDocument.text(service, "assured_date");
    LocalDate day = HsdsDocument.day(assured);
    if (!assured.isEmpty() && day == null) {
      faults.add(new Fault(number, name, "assured_date", "format", "date"));
    }
    if (HousingPlace.is(read)) {
      for (String at : HousingPlace.beyond(service)) {
        faults.add(new Fault(number, name, at, "catalogue.refused.address", ""));
      }
    }
    try {
      catalogue.check(read, who);
    } catch (Refused refused) {
      Fault fault = new Fault(number, name, HsdsField.of(refused.field()), refused.key(), "");
      if (!faults.contains(fault)) {
        faults.add(fault);
      }
    }
    return faults;
  }

  private static String rule(HsdsSchema.Wrong wrong) {
    return Set.of("required", "type", "enum", "format").contains(wrong.rule())
        ? wrong.rule()
        : "other";
  }

  /**
   * Imports a file completely or not at all: adds new services and overwrites those with a known
   * identifier.
   *
   * @throws Refused if it has faults
   * @throws ChangedMeanwhile if a colleague changed one of them while it was taken in
   */
  @Transactional
  public Taken take(Read read, SignedIn who) {
    if (!read.faults().isEmpty()) {
      throw new Refused("catalogue.refused.faults", read.faults().size());
    }
    int added = 0;
    int changed = 0;
    String about = about(who);
    for (ObjectNode document : read.services()) {
      CareService service = HsdsDocument.read(document, catalogue.codes());
      catalogue.check(service, who);
      String provider = provider(document, who);
      Optional<CatalogueRows.Row> before =
          rows.ofDocument(who.organisation(), UUID.fromString(HsdsDocument.text(document, "id")));
      if (before.isEmpty()) {
        rows.insert(identifiers.next(), provider, service, document, who);
        added++;
      } else if (!before.get().document().equals(document)
          // data that are only added on export do not count as a change
          && !leaving(before.get(), about, who).equals(document)) {
        CatalogueRows.Row row = before.get();
        if (!rows.update(row.id(), row.version(), provider, service, document, who)) {
          throw new ChangedMeanwhile(row.version(), catalogue.named(row.id()).version());
        }
        changed++;
      }
    }
    Taken taken = new Taken(added, changed, read.services().size() - added - changed);
    audit.write(
        who,
        "catalogue.imported",
        "organisation",
        who.organisation(),
        Map.of("added", String.valueOf(added), "changed", String.valueOf(changed)));
    return taken;
  }

  private static String provider(ObjectNode document, SignedIn who) {
    String name = HsdsDocument.text(document.path("organization"), "name");
    String said = name.isEmpty() ? who.organisationName() : name;
    return said.substring(0, Math.min(LONGEST, said.length()));
  }

  /** All services of the user's organisation as an array of HSDS services. */
  @Transactional
  public byte[] export(SignedIn who) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    String about = about(who);
    for (CatalogueRows.Row row : rows.of(who.organisation())) {
      all.add(leaving(row, about, who));
    }
    audit.write(
        who,
        "catalogue.exported",
        "organisation",
        who.organisation(),
        Map.of("services", String.valueOf(all.size())));
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(all);
  }

  private String about(SignedIn who) {
    return organisations.find(who.organisation()).map(o -> o.mandate()).orElse("");
  }

  /** An entry as exported: with its provider, and without the address of housing. */
  private ObjectNode leaving(CatalogueRows.Row row, String about, SignedIn who) {
    ObjectNode document =
        HsdsDocument.provided(row.document(), row.owner(), who.organisationName(), about);
    if (HousingPlace.is(HsdsDocument.read(document, catalogue.codes()))) {
      // imported before all fields of a location were checked
      HousingPlace.strip(document);
    }
    return document;
  }
}
