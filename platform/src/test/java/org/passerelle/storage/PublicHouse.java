package org.passerelle.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.passerelle.PublicApplication;
import org.passerelle.storage.keys.KeyStore;
import org.passerelle.storage.keys.NodeMarks;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The process of the public pages beside a house on PostgreSQL, with an account of its own and
 * without the house's folder and keys. Its clock is that of the house.
 */
public final class PublicHouse implements AutoCloseable {
  /** The account. */
  public static final String ROLE = "public_pages";

  /** Address of the house that its pages lead to. */
  public static final String HOUSE = "https://house.example";

  private final House house;
  private final Path folder = House.folder();
  private final ConfigurableApplicationContext context;

  public PublicHouse(House house) {
    this.house = house;
    prepare(house);
    NodeMarks.of(house.get(KeyStore.class), "tips").write(folder.resolve("tips.key"));
    SpringApplication application = PublicApplication.application();
    application.setRegisterShutdownHook(false);
    application.addInitializers(this::sharesTheClock);
    context =
        application.run(
            settings().entrySet().stream()
                .map(one -> "--" + one.getKey() + "=" + one.getValue())
                .toArray(String[]::new));
  }

  private void sharesTheClock(ConfigurableApplicationContext made) {
    ((GenericApplicationContext) made)
        .registerBean("testClock", MovableClock.class, house::clock, bean -> bean.setPrimary(true));
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("server.port", "0");
    settings.put("server.tomcat.basedir", folder.resolve("tomcat").toString());
    settings.put("passerelle.data", folder.toString());
    settings.put("passerelle.node-key", folder.resolve("none").toString());
    settings.put("passerelle.node", "test");
    settings.put("passerelle.house", HOUSE);
    settings.put("passerelle.tips-key", folder.resolve("tips.key").toString());
    settings.put("spring.datasource.url", url(house));
    settings.put("spring.datasource.username", ROLE);
    return settings;
  }

  /** Makes the account and fills the schema, as the operator and the next start do. */
  public static void prepare(House house) {
    HikariDataSource owner = house.get(HikariDataSource.class);
    try (Connection connection = owner.getConnection()) {
      connection.createStatement().execute(PublishedSchema.account(ROLE));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    PublishedSchema.fill(owner, newest(house));
  }

  private static String newest(House house) {
    return house
        .db()
        .sql(
            """
            select version from flyway_schema_history where version is not null
            order by installed_rank desc fetch first 1 row only""")
        .query(String.class)
        .single();
  }

  /** A connection of the account. */
  public static Connection connection(House house) throws SQLException {
    return DriverManager.getConnection(url(house), ROLE, "");
  }

  private static String url(House house) {
    return house.get(HikariDataSource.class).getJdbcUrl().replaceAll("\\?.*", "");
  }

  /** Address of the process. */
  public String address() {
    return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
  }

  /** What the process is made of. */
  public ConfigurableApplicationContext context() {
    return context;
  }

  @Override
  public void close() {
    context.close();
    House.remove(folder);
  }
}
