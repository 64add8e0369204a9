package org.passerelle.bench.soak;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.catalina.Container;
import org.passerelle.PlatformApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.server.PathContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** A demonstration in this process whose clock is controlled from outside. */
final class SoakHouse implements AutoCloseable {
  private static final String TOKEN = "0f".repeat(32);
  private final Path folder;
  private final int invented;
  private final Map<String, Object> database;
  private final SoakClock clock = new SoakClock();
  private final HttpClient operator = HttpClient.newHttpClient();
  private volatile ConfigurableApplicationContext context;
  private volatile List<Route> routes;

  private record Route(String method, PathPattern pattern) {}

  /**
   * A login of the demonstration.
   *
   * @param roles joined by a plus
   */
  record Login(String name, String roles) {}

  /**
   * Starts it.
   *
   * @param folder for data and log; kept afterwards
   * @param invented number of invented people
   * @param database properties of a database, or none for the embedded one
   */
  SoakHouse(Path folder, int invented, Map<String, Object> database) {
    this.folder = folder;
    this.invented = invented;
    this.database = database;
    context = start();
    routes = routes();
  }

  private ConfigurableApplicationContext start() {
    Map<String, Object> properties = new HashMap<>();
    properties.put("server.port", "0");
    properties.put("server.address", "127.0.0.1");
    properties.put("passerelle.data", folder.resolve("data").toString());
    properties.put("passerelle.node-key", folder.resolve("node.key").toString());
    properties.put("passerelle.demo", "true");
    properties.put("passerelle.demo-cases", String.valueOf(invented));
    properties.put("passerelle.node", "demo");
    properties.put("passerelle.control-token", TOKEN);
    properties.put("logging.file.name", folder.resolve("passerelle.log").toString());
    properties.put("logging.threshold.console", "off");
    // the shortest lifetime a pool accepts; besides, all connections end every few seconds
    properties.put("spring.datasource.hikari.max-lifetime", "30000");
    // a small cache, so that the heap shows the application's own memory
    properties.put(
        "spring.datasource.url",
        "jdbc:h2:file:"
            + folder.resolve("data").resolve("passerelle")
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;CACHE_SIZE=16384;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;LOCK_TIMEOUT=30000;QUERY_CACHE_SIZE=256");
    properties.putAll(database);
    return new SpringApplicationBuilder(PlatformApplication.class)
        .initializers(
            (GenericApplicationContext made) ->
                made.registerBean(
                    "soakClock", SoakClock.class, () -> clock, bean -> bean.setPrimary(true)))
        .run(
            properties.entrySet().stream()
                .map(e -> "--" + e.getKey() + "=" + e.getValue())
                .toArray(String[]::new));
  }

  /** Returns a bean of the application. */
  <T> T get(Class<T> part) {
    return context.getBean(part);
  }

  SoakClock clock() {
    return clock;
  }

  String address() {
    return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
  }

  /** All users who can sign in, with their roles. */
  List<Login> logins() {
    Map<String, List<String>> roles = new TreeMap<>();
    context
        .getBean(JdbcClient.class)
        .sql(
            """
            select u.login, r.role
              from app_user u join user_role r on r.user_id = u.id
             where u.active = true
             order by u.login, r.role
            """)
        .query(
            row -> {
              roles
                  .computeIfAbsent(row.getString("login"), l -> new ArrayList<>())
                  .add(row.getString("role"));
            });
    return roles.entrySet().stream()
        .map(e -> new Login(e.getKey(), String.join("+", e.getValue())))
        .toList();
  }

  /** The route that serves a path. */
  String route(String method, String path) {
    PathContainer parsed = PathContainer.parsePath(path.replaceAll("[?#].*", ""));
    return routes.stream()
        .filter(r -> r.method().isEmpty() || r.method().equals(method))
        .map(Route::pattern)
        .filter(p -> p.matches(parsed))
        .min(PathPattern.SPECIFICITY_COMPARATOR)
        .map(PathPattern::getPatternString)
        .orElse("no route " + path.replaceAll("[?#].*", "").replaceAll("[0-9a-f-]{36}", "…"));
  }

  private List<Route> routes() {
    List<Route> all = new ArrayList<>();
    context
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .forEach(
            info -> {
              List<String> methods =
                  info.getMethodsCondition().getMethods().stream()
                      .map(RequestMethod::name)
                      .toList();
              for (PathPattern pattern :
                  Objects.requireNonNull(info.getPathPatternsCondition()).getPatterns()) {
                (methods.isEmpty() ? List.of("") : methods)
                    .forEach(method -> all.add(new Route(method, pattern)));
              }
            });
    return List.copyOf(all);
  }

  /** Runs every scheduled job of the server once. */
  void doScheduled(AnswerCounts answerCounts) {
    for (ScheduledTaskHolder holder : context.getBeansOfType(ScheduledTaskHolder.class).values()) {
      for (ScheduledTask task : holder.getScheduledTasks()) {
        try {
          task.getTask().getRunnable().run();
        } catch (RuntimeException e) {
          answerCounts.unexpected("by itself " + task, e.toString());
        }
      }
    }
  }

  /** Ends every connection of the pool; connections in use end when they are returned. */
  synchronized void endConnections() {
    HikariPoolMXBean pool = context.getBean(HikariDataSource.class).getHikariPoolMXBean();
    if (pool != null) {
      pool.softEvictConnections();
    }
  }

  synchronized void restart() {
    context.close();
    context = start();
    routes = routes();
  }

  /** Backs up data and keys while the server runs, and returns the size in bytes. */
  long backup(AnswerCounts answerCounts) throws IOException, InterruptedException {
    long bytes = 0;
    for (String part : List.of("data", "keys")) {
      Path file = folder.resolve(part + ".backup");
      HttpResponse<Path> answer =
          operator.send(asked("/house/backup/" + part), HttpResponse.BodyHandlers.ofFile(file));
      if (answer.statusCode() != 200 || Files.size(file) == 0) {
        answerCounts.unexpected("backup of " + part, String.valueOf(answer.statusCode()));
      }
      bytes += Files.size(file);
      Files.delete(file);
    }
    return bytes;
  }

  /** Checks the hash chain of the log. */
  void verify(AnswerCounts answerCounts) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        operator.send(asked("/house/verify-audit"), HttpResponse.BodyHandlers.ofString());
    // four lines name the place where it is broken
    if (answer.statusCode() != 200 || answer.body().lines().count() > 3) {
      answerCounts.unexpected("verify-audit " + answer.statusCode(), answer.body());
    }
  }

  /** Checks that no word of a forged form is stored in clear or where it can never be erased. */
  void holdsNoForgedWord(AnswerCounts answerCounts) throws IOException {
    List<String> lines =
        context
            .getBean(JdbcClient.class)
            .sql("select action from audit_entry where detail like :words")
            .param("words", "%Lipov%")
            .query(String.class)
            .list();
    if (!lines.isEmpty()) {
      answerCounts.unexpected("words of a forged form in the log of acts", lines.toString());
    }
    if (Files.readString(folder.resolve("passerelle.log")).contains("Lipov")) {
      answerCounts.unexpected("words of a forged form in the log file", folder.toString());
    }
  }

  private HttpRequest asked(String path) {
    return HttpRequest.newBuilder(URI.create(address() + path))
        .header("Passerelle-Control", TOKEN)
        .timeout(Duration.ofMinutes(30))
        .build();
  }

  int sessions() {
    TomcatWebServer server =
        (TomcatWebServer)
            Objects.requireNonNull(((ServletWebServerApplicationContext) context).getWebServer());
    int sessions = 0;
    for (Container child : server.getTomcat().getHost().findChildren()) {
      sessions += ((org.apache.catalina.Context) child).getManager().getActiveSessions();
    }
    return sessions;
  }

  int connections() {
    HikariPoolMXBean pool = context.getBean(HikariDataSource.class).getHikariPoolMXBean();
    return pool == null ? 0 : pool.getTotalConnections();
  }

  @Override
  public void close() {
    context.close();
  }
}
