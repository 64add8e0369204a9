package org.passerelle.protect.casework.care.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.person.SearchHashes;
import org.passerelle.storage.Columns;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Stores services as documents, with columns for the search. */
@Component
class CatalogueRows {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int WORDS = 4000;
  private static final int WORDS_ASKED = 3;
  private final JdbcClient db;
  private final Clock clock;

  CatalogueRows(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  record Row(UUID id, UUID owner, String provider, int version, ObjectNode document) {}

  Optional<Row> find(UUID id) {
    return db.sql("select * from care_service where id = :id")
        .param("id", id)
        .query((row, i) -> row(row))
        .optional();
  }

  List<Row> of(UUID owner) {
    return db.sql("select * from care_service where owner = :owner order by name, id")
        .param("owner", owner)
        .query((row, i) -> row(row))
        .list();
  }

  Optional<Row> ofDocument(UUID owner, UUID hsds) {
    return db.sql("select * from care_service where owner = :owner and hsds = :hsds")
        .param("owner", owner)
        .param("hsds", hsds)
        .query((row, i) -> row(row))
        .optional();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        row.getObject("owner", UUID.class),
        row.getString("provider"),
        row.getInt("version"),
        (ObjectNode) JSON.readTree(row.getString("document")));
  }

  void insert(UUID id, String provider, CareService service, ObjectNode document, SignedIn who) {
    values(
            """
            insert into care_service
              (id, owner, hsds, provider, name, status, country, city, words, min_age, max_age,
               assured_on, document, version, changed_at, changed_by)
            values
              (:id, :owner, :hsds, :provider, :name, :status, :country, :city, :words, :min, :max,
               :assured, :document, 1, :now, :user)
            """,
            provider,
            service,
            document,
            who)
        .param("id", id)
        .param("owner", who.organisation())
        .param("hsds", UUID.fromString(HsdsDocument.text(document, "id")))
        .update();
    beside(id, service);
  }

  /** Updates a service if its version is unchanged. */
  boolean update(
      UUID id,
      int opened,
      String provider,
      CareService service,
      ObjectNode document,
      SignedIn who) {
    int changed =
        values(
                """
                update care_service
                   set provider = :provider, name = :name, status = :status, country = :country,
                       city = :city, words = :words, min_age = :min, max_age = :max,
                       assured_on = :assured, document = :document, version = version + 1,
                       changed_at = :now, changed_by = :user
                 where id = :id and version = :opened
                """,
                provider,
                service,
                document,
                who)
            .param("id", id)
            .param("opened", opened)
            .update();
    if (changed == 1) {
      db.sql("delete from care_service_need where service = :id").param("id", id).update();
      db.sql("delete from care_service_language where service = :id").param("id", id).update();
      beside(id, service);
    }
    return changed == 1;
  }

  private JdbcClient.StatementSpec values(
      String sql, String provider, CareService service, ObjectNode document, SignedIn who) {
    String said =
        String.join(
            " ",
            SearchHashes.words(
                String.join(
                    " ", service.name(), provider, service.where().city(), service.description())));
    String country = service.where().country();
    return db.sql(sql)
        .param("provider", provider)
        .param("name", service.name())
        .param("status", service.status())
        .param("country", country.isEmpty() ? null : country)
        .param("city", service.where().city())
        .param("words", said.substring(0, Math.min(WORDS, said.length())))
        .param("min", service.minAge())
        .param("max", service.maxAge())
        .param("assured", service.assured())
        .param("document", JSON.writeValueAsString(document))
        .param("now", Columns.now(clock))
        .param("user", who.user());
  }

  private void beside(UUID id, CareService service) {
    for (String need : service.needs()) {
      db.sql("insert into care_service_need (service, need) values (:id, :need)")
          .param("id", id)
          .param("need", need)
          .update();
    }
    for (String language : service.languages()) {
      db.sql("insert into care_service_language (service, language) values (:id, :language)")
          .param("id", id)
          .param("language", language)
          .update();
    }
  }

  /**
   * Matching services: current ones first, then by name.
   *
   * @param owner owner to which the search is restricted, including closed entries; or null
   * @param fresh entries confirmed since this day are current
   */
  List<CareService.Line> search(
      CareService.Search search, @Nullable UUID owner, LocalDate fresh, int limit) {
    List<String> words = new ArrayList<>(SearchHashes.words(search.words()));
    while (words.size() < WORDS_ASKED) {
      words.add("");
    }
    List<CareService.Line> found =
        db.sql(
                """
                select s.id, s.owner, s.provider, s.name, s.status, s.city, s.country, s.min_age,
                       s.max_age, s.assured_on
                  from care_service s
                 where (s.owner = :owner
                        or (:any and s.status in ('active', 'temporarily closed')))
                   and (:need = '' or exists (select 1 from care_service_need n
                                               where n.service = s.id and n.need = :need))
                   and (:language = '' or exists (select 1 from care_service_language l
                                               where l.service = s.id and l.language = :language))
                   and (:country = '' or s.country = :country)
                   and (:age < 0 or (coalesce(s.min_age, 0) <= :age
                                     and coalesce(s.max_age, 999) >= :age))
                   and s.words like :one and s.words like :two and s.words like :three
                 order by case when s.assured_on >= :fresh then 0 else 1 end, s.name, s.id
                 limit :limit
                """)
            .param("owner", owner == null ? new UUID(0, 0) : owner)
            .param("any", owner == null)
            .param("need", search.need())
            .param("language", search.language())
            .param("country", search.country())
            .param("age", search.age() == null ? -1 : search.age())
            .param("one", "%" + words.get(0) + "%")
            .param("two", "%" + words.get(1) + "%")
            .param("three", "%" + words.get(2) + "%")
            .param("fresh", fresh)
            .param("limit", limit)
            .query((row, i) -> line(row, fresh))
            .list();
    return beside(found);
  }

  private static CareService.Line line(ResultSet row, LocalDate fresh) throws SQLException {
    LocalDate assured = row.getObject("assured_on", LocalDate.class);
    return new CareService.Line(
        row.getObject("id", UUID.class),
        row.getObject("owner", UUID.class),
        row.getString("provider"),
        row.getString("name"),
        row.getString("status"),
        row.getString("city"),
        row.getString("country"),
        row.getObject("min_age", Integer.class),
        row.getObject("max_age", Integer.class),
        assured,
        assured == null || assured.isBefore(fresh),
        List.of(),
        List.of());
  }

  private List<CareService.Line> beside(List<CareService.Line> lines) {
    if (lines.isEmpty()) {
      return lines;
    }
    List<UUID> ids = lines.stream().map(CareService.Line::id).toList();
    Map<UUID, List<String>> needs = new HashMap<>();
    Map<UUID, List<String>> languages = new HashMap<>();
    db.sql(
            """
            select service, need from care_service_need
             where service = any(cast(:ids as uuid array)) order by need
            """)
        .param("ids", UuidArray.of(ids))
        .query(
            row -> {
              add(needs, row, "need");
            });
    db.sql(
            """
            select service, language from care_service_language
             where service = any(cast(:ids as uuid array)) order by language
            """)
        .param("ids", UuidArray.of(ids))
        .query(
            row -> {
              add(languages, row, "language");
            });
    return lines.stream()
        .map(
            l ->
                l.with(
                    needs.getOrDefault(l.id(), List.of()),
                    languages.getOrDefault(l.id(), List.of())))
        .toList();
  }

  private static void add(Map<UUID, List<String>> all, ResultSet row, String column)
      throws SQLException {
    all.computeIfAbsent(row.getObject("service", UUID.class), id -> new ArrayList<>())
        .add(row.getString(column));
  }
}
