package org.passerelle.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.PlatformApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The demonstration is the same every time, in every state, and no real organisation has a case in
 * it.
 */
@Tag("slow")
@Tag("long")
class DemoIsNotProductionTest {
  @TempDir Path folder;

  @Test
  void twoDemonstrationsAreTheSameAndNoInstitutionHasACase() {
    List<String> first = fill("one");
    List<String> second = fill("two");
    assertThat(first).isEqualTo(second).hasSizeGreaterThan(120);
    assertThat(first.stream().map(row -> row.split(" ", -1)[1]).distinct())
        .contains("signal", "presumed", "identified", "refused", "closed", "reopened");
  }

  private List<String> fill(String name) {
    Path data = folder.resolve(name);
    try (ConfigurableApplicationContext house =
        new SpringApplicationBuilder(PlatformApplication.class)
            .properties(
                Map.of(
                    "server.port", "0",
                    "passerelle.data", data.toString(),
                    "passerelle.node-key", data + ".key",
                    "passerelle.demo", "true",
                    "passerelle.demo-cases", "120",
                    "passerelle.node", "demo",
                    "spring.datasource.url",
                        "jdbc:h2:file:"
                            + data.resolve("passerelle")
                            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0"))
            .run()) {
      JdbcClient db = house.getBean(JdbcClient.class);
      int real =
          db.sql(
                  """
                  select count(*) from protect_case c join organisation o on o.id = c.organisation
                   where o.casework = false
                  """)
              .query(Integer.class)
              .single();
      assertThat(real).isZero();
      List<String> names =
          db.sql("select name_en from organisation where casework").query(String.class).list();
      assertThat(names).allMatch(n -> n.endsWith("(demo)"));
      return db.sql("select id, code, state from protect_case order by code")
          .query(
              (row, i) ->
                  row.getObject("id", UUID.class)
                      + " "
                      + row.getString("state")
                      + " "
                      + row.getString("code"))
          .list();
    }
  }
}
