package org.passerelle.protect.casework.care.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.forms.Code;
import org.passerelle.forms.CodeLists;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.language.Days;
import org.passerelle.protect.casework.placement.place.ShelterNames;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Identifiers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The catalogue of services. Readable by everybody who helps people; a supervisor or programme
 * manager maintains the entries of their own organisation. It never contains the address of a
 * shelter.
 */
@Service
public class Catalogue {
  /** Number of days after which an unconfirmed entry is shown as outdated. */
  public static final int FRESH = 180;

  /** Maximum number of search results. */
  public static final int MOST = 200;

  private final CatalogueRows rows;
  private final HsdsSchema schema;
  private final ShelterNames shelters;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;
  private final HsdsDocument.Codes codes;

  Catalogue(
      CatalogueRows rows,
      HsdsSchema schema,
      ShelterNames shelters,
      AuditLog audit,
      Identifiers identifiers,
      Clock clock,
      FormDefinitions definitions) {
    this.rows = rows;
    this.schema = schema;
    this.shelters = shelters;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
    this.codes =
        new HsdsDocument.Codes(
            codes(definitions.lists(), "care_needs"),
            codes(definitions.lists(), "languages"),
            codes(definitions.lists(), "countries"));
  }

  private static Set<String> codes(CodeLists lists, String list) {
    return lists.list(list).codes().stream().map(Code::code).collect(Collectors.toSet());
  }

  /** Whether a user maintains the services of their organisation. */
  public static boolean keeps(SignedIn who) {
    return who.is(Role.SUPERVISOR, Role.PROGRAMME_MANAGER);
  }

  /** Available services of all organisations; at most {@link #MOST}. */
  @Transactional(readOnly = true)
  public List<CareService.Line> search(CareService.Search search) {
    return rows.search(search, null, fresh(), MOST);
  }

  /** Services of the user's organisation, including closed ones. */
  @Transactional(readOnly = true)
  public List<CareService.Line> own(CareService.Search search, SignedIn who) {
    return rows.search(search, who.organisation(), fresh(), MOST);
  }

  /**
   * A catalogue entry.
   *
   * @throws NotFound if it does not exist, or is closed and belongs to another organisation
   */
  @Transactional(readOnly = true)
  public CareService.Entry find(UUID id, SignedIn who) {
    return rows.find(id).map(this::entry).filter(e -> shown(e, who)).orElseThrow(NotFound::new);
  }

  /** Whether {@link #find} would return the entry. */
  @Transactional(readOnly = true)
  public boolean shows(UUID id, SignedIn who) {
    return rows.find(id).map(this::entry).filter(e -> shown(e, who)).isPresent();
  }

  private static boolean shown(CareService.Entry entry, SignedIn who) {
    return entry.open()
        || entry.service().status().equals("temporarily closed")
        || entry.owner().equals(who.organisation());
  }

  /** An entry referenced elsewhere, even if it has been closed since. */
  @Transactional(readOnly = true)
  public CareService.Entry named(UUID id) {
    return entry(rows.find(id).orElseThrow(NotFound::new));
  }

  CareService.Entry entry(CatalogueRows.Row row) {
    CareService service = HsdsDocument.read(row.document(), codes);
    LocalDate assured = service.assured();
    return new CareService.Entry(
        row.id(),
        row.owner(),
        row.provider(),
        row.version(),
        service,
        assured == null || assured.isBefore(fresh()));
  }

  /**
   * Adds a service of the user's organisation.
   *
   * @throws NotFound if the user does not maintain services
   * @throws Refused if it would reveal a shelter, or its data are inconsistent
   */
  @Transactional
  public UUID add(CareService service, SignedIn who) {
    check(service, who);
    UUID id = identifiers.next();
    ObjectNode document = written(service, JsonNodeFactory.instance.objectNode());
    rows.insert(id, who.organisationName(), service, document, who);
    audit.write(who, "catalogue.added", "service", id, Map.of());
    return id;
  }

  /**
   * Changes a service.
   *
   * @param version version on which the form is based
   * @throws ChangedMeanwhile if it was changed in the meantime
   */
  @Transactional
  public void change(UUID id, int version, CareService service, SignedIn who) {
    check(service, who);
    CatalogueRows.Row row = own(id, who);
    ObjectNode document = written(service, row.document());
    if (!rows.update(id, version, row.provider(), service, document, who)) {
      throw new ChangedMeanwhile(version, named(id).version());
    }
    audit.write(who, "catalogue.changed", "service", id, Map.of());
  }

  /** Records that the entry was confirmed as correct today. */
  @Transactional
  public void assure(UUID id, SignedIn who) {
    CatalogueRows.Row row = own(id, who);
    ObjectNode document = row.document().deepCopy();
    document.put("assured_date", today().toString());
    CareService service = HsdsDocument.read(document, codes);
    if (!rows.update(id, row.version(), row.provider(), service, document, who)) {
      throw new ChangedMeanwhile(row.version(), named(id).version());
    }
    audit.write(who, "catalogue.assured", "service", id, Map.of());
  }

  private CatalogueRows.Row own(UUID id, SignedIn who) {
    return rows.find(id)
        .filter(r -> r.owner().equals(who.organisation()) && keeps(who))
        .orElseThrow(NotFound::new);
  }

  private ObjectNode written(CareService service, ObjectNode before) {
    ObjectNode document = HsdsWriting.write(service, before, codes, identifiers::next);
    List<HsdsSchema.Wrong> wrong = schema.check(document);
    if (!wrong.isEmpty()) {
      throw new Refused("catalogue.refused.field", wrong.get(0).at());
    }
    return document;
  }

  void check(CareService service, SignedIn who) {
    if (!keeps(who)) {
      throw new NotFound();
    }
    Integer from = service.minAge();
    Integer until = service.maxAge();
    if (from != null && until != null && from > until) {
      throw new Refused("catalogue.refused.ages").at("max_age");
    }
    LocalDate assured = service.assured();
    if (assured != null && !Days.begun(assured, clock.instant())) {
      throw new Refused("catalogue.refused.assured").at("assured");
    }
    CareService.Where where = service.where();
    if (HousingPlace.is(service) && !where.address().isEmpty()) {
      throw new Refused("catalogue.refused.address").at("address");
    }
    Map<String, String> texts = service.texts();
    Set<String> named = shelters.namedIn(texts, who.organisation());
    texts.keySet().stream()
        .filter(named::contains)
        .findFirst()
        .ifPresent(
            field -> {
              throw new Refused("catalogue.refused.shelter").at(field);
            });
  }

  HsdsDocument.Codes codes() {
    return codes;
  }

  LocalDate today() {
    return Days.newest(clock.instant());
  }

  private LocalDate fresh() {
    return today().minusDays(FRESH);
  }
}
