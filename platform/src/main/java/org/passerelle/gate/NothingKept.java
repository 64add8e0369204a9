package org.passerelle.gate;

import java.lang.ref.Reference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.connector.Connector;
import org.passerelle.PublicProcess;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/**
 * Nothing that a stranger sent stays in the memory of the process of the public pages. The
 * container keeps no buffers and requests for the next connection, and what the collector freed is
 * written over from time to time, since it would otherwise stay until something else needs the
 * place.
 */
@PublicProcess
class NothingKept implements DisposableBean {
  /** Far below the size at which the collector gives an array a place of its own. */
  private static final int PIECE = 128 << 10;

  /** Left free for whoever is served meanwhile. */
  private static final long LEFT = 8L << 20;

  private final ScheduledExecutorService sweeper =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "freed-memory");
            thread.setDaemon(true);
            return thread;
          });

  NothingKept(@Value("${passerelle.sweep:PT15M}") Duration every) {
    long millis = every.toMillis();
    var unused =
        sweeper.scheduleWithFixedDelay(
            NothingKept::writeOver, millis, millis, TimeUnit.MILLISECONDS);
  }

  @Bean
  static WebServerFactoryCustomizer<TomcatServletWebServerFactory> keepsNoBuffers() {
    return server -> server.addConnectorCustomizers(NothingKept::keepNone);
  }

  private static void keepNone(Connector connector) {
    connector.setProperty("processorCache", "0");
    connector.setProperty("socket.processorCache", "0");
    connector.setProperty("socket.bufferPool", "0");
    connector.setProperty("socket.eventCache", "0");
    connector.setProperty("minSpareThreads", "0");
  }

  private static void writeOver() {
    System.gc();
    fill();
    System.gc();
  }

  private static void fill() {
    List<byte[]> zeros = new ArrayList<>();
    try {
      while (Runtime.getRuntime().freeMemory() > LEFT) {
        zeros.add(new byte[PIECE]);
      }
    } finally {
      // all of them at once, or a piece would be written over twice and another not at all
      Reference.reachabilityFence(zeros);
    }
  }

  @Override
  public void destroy() {
    sweeper.shutdown();
  }
}
