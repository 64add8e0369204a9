package org.passerelle.storage;

import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;
import org.passerelle.PlatformApplication;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * A running house for tests: the whole application on one database, with a clock that the test
 * moves.
 */
public final class House {
  /** The databases that the product runs on. */
  public enum Database {
    H2,
    POSTGRESQL
  }

  /** Setting of a house of one's own in which a password costs what it costs in earnest. */
  public static final String EARNEST_PASSWORDS = "test.earnest-passwords";

  /**
   * Setting of a house of one's own whose schedules run by the real clock, as in earnest. All
   * others hold theirs.
   */
  public static final String RUNNING_SCHEDULES = "test.running-schedules";

  /**
   * Setting of the houses that tests share: whoever wrote a message goes on when it was delivered.
   * In houses of one's own messages leave beside, as in earnest.
   */
  static final String AWAITED_DELIVERIES = "test.awaited-deliveries";

  private static final Map<Database, House> RUNNING = new ConcurrentHashMap<>();
  private final Database database;
  private final ConfigurableApplicationContext context;
  private final Path folder;

  /** Another house of its own, with settings of its own; close it. */
  public static House with(Database database, Map<String, Object> settings) {
    return new House(database, settings);
  }

  /** Ends it; its folder goes with it. */
  public void close() {
    context.close();
    remove(folder);
  }

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(House::endAll));
  }

  /** Ends the houses that tests share; whoever asks for one starts another. */
  static void endShared() {
    RUNNING.values().removeIf(House::ends);
  }

  private boolean ends() {
    close();
    return true;
  }

  /** The houses first: one without its database would wait half a minute for it. */
  private static void endAll() {
    endShared();
    TestDatabases.endAll();
  }

  static void remove(Path folder) {
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private House(Database database, Map<String, Object> settings) {
    this.database = database;
    folder = folder();
    Map<String, Object> properties = settings(folder);
    if (!settings.containsKey("spring.datasource.url")) {
      properties.put(
          "spring.datasource.url", TestDatabases.address(database, folder.resolve("data")));
    }
    context =
        new SpringApplicationBuilder(PlatformApplication.class, TestTime.class)
            .registerShutdownHook(false)
            .properties(properties)
            .run(
                settings.entrySet().stream()
                    .map(e -> "--" + e.getKey() + "=" + e.getValue())
                    .toArray(String[]::new));
    // nothing may depend on a connection of the start: a house lives longer than any of them
    endConnections();
  }

  /** Settings of a house whose data lie in a folder, but for its database. */
  static Map<String, Object> settings(Path folder) {
    Map<String, Object> properties = new HashMap<>();
    Path data = folder.resolve("data");
    properties.put("server.port", "0");
    properties.put("server.tomcat.basedir", folder.resolve("tomcat").toString());
    properties.put("passerelle.data", data.toString());
    properties.put("passerelle.node-key", data + ".key");
    properties.put("passerelle.demo", "false");
    properties.put("passerelle.node", "test");
    properties.put("passerelle.webhooks-to-own-network", "true");
    properties.put("passerelle.nodes-by-loopback", "true");
    // tests call whoever is on duty themselves
    properties.put("passerelle.calls-after", "PT24H");
    return properties;
  }

  /** The houses that all tests share and that have started. */
  static Collection<House> running() {
    return RUNNING.values();
  }

  /** The house on this database, started once for all tests. */
  public static House on(Database database) {
    return RUNNING.computeIfAbsent(database, d -> new House(d, Map.of(AWAITED_DELIVERIES, true)));
  }

  /** A part of the application. */
  public <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  /** Runs what the house does from time to time, now and in this thread. */
  public void runSchedules() {
    get(HeldSchedules.class).runAll();
  }

  /**
   * Whether messages leave as soon as they are written. A test that rests on one that has not
   * arrived yet, or says itself what becomes of it, holds them and lets them go at its end.
   */
  public void carriesByItself(boolean carries) {
    get(ApplicationAvailabilityBean.class)
        .onApplicationEvent(
            new AvailabilityChangeEvent<>(
                this,
                carries ? ReadinessState.ACCEPTING_TRAFFIC : ReadinessState.REFUSING_TRAFFIC));
  }

  /** Every part of the application of a kind. */
  public <T> List<T> all(Class<T> type) {
    return context.getBeanProvider(type).orderedStream().toList();
  }

  /** Direct access to the database. */
  public JdbcClient db() {
    return get(JdbcClient.class);
  }

  public MovableClock clock() {
    return get(MovableClock.class);
  }

  /** Address of the server, such as {@code http://127.0.0.1:40123}. */
  public String address() {
    return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
  }

  public Database database() {
    return database;
  }

  /**
   * Ends every connection of the pool, as half an hour does; those in use end when they are given
   * back. One beside the pool holds the embedded database open.
   */
  public void endConnections() {
    HikariDataSource pool = get(HikariDataSource.class);
    String began =
        database == Database.H2
            ? "select count(*) - 1 from information_schema.sessions where session_start < ?"
            : "select count(*) from pg_stat_activity where backend_start < ? and datname = current_database() and backend_type = 'client backend'";
    OffsetDateTime now = db().sql("select current_timestamp").query(OffsetDateTime.class).single();
    Objects.requireNonNull(pool.getHikariPoolMXBean(), "no pool yet").softEvictConnections();
    await("connections of before " + now + " end")
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> db().sql(began).param(now).query(Integer.class).single() == 0);
  }

  /** Until somebody waits for a lock that another transaction holds. */
  public void awaitBlocked() {
    String waiting =
        database == Database.H2
            ? "select count(*) from information_schema.sessions where blocker_id is not null"
            : "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
    await("somebody waits for a lock")
        .pollInterval(Duration.ofMillis(10))
        .until(() -> db().sql(waiting).query(Integer.class).single() > 0);
  }

  /** Runs in one transaction. */
  public <T> T inTransaction(Supplier<T> work) {
    T result =
        new TransactionTemplate(get(PlatformTransactionManager.class))
            .execute(status -> work.get());
    return result;
  }

  /**
   * Somebody of a new organisation that has a key; the organisation and the user need not be in the
   * tables.
   */
  public SignedIn somebody(Role first, Role... more) {
    UUID organisation = get(Identifiers.class).next();
    get(Vault.class).createOrganisationKey(organisation);
    return colleague(organisation, first, more);
  }

  /** Somebody of an organisation that exists. */
  public SignedIn colleague(UUID organisation, Role first, Role... more) {
    return new SignedIn(
        get(Identifiers.class).next(),
        "Test M.",
        organisation,
        "Organisation (test)",
        EnumSet.of(first, more));
  }

  @Override
  public String toString() {
    return database.toString();
  }

  static Path folder() {
    try {
      return Files.createTempDirectory("passerelle-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives a test class one house after the other. */
  public static final class OnEach implements ArgumentsProvider {
    @Override
    public Stream<? extends Arguments> provideArguments(
        ParameterDeclarations parameters, ExtensionContext context) {
      boolean guard = "guard".equals(System.getProperty("passerelle.run"));
      boolean both = !guard || context.getTags().contains("postgresql");
      return Stream.of(Database.values())
          .filter(database -> both || database == Database.H2)
          .map(House::on)
          .map(Arguments::of);
    }
  }
}
