package org.passerelle.testing;

import java.lang.reflect.Field;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * Gives every jqwik property a seed derived from the run's seed and its name. jqwik 1.10 takes
 * seeds only from {@code @Property} and otherwise draws one, so that no run could be repeated; its
 * configuration is therefore replaced after discovery. A property with an explicit seed keeps it.
 */
final class Seeds implements PostDiscoveryFilter {
  private static final String PROPERTY = "net.jqwik.engine.descriptor.PropertyMethodDescriptor";
  private final long seed;

  Seeds(long seed) {
    this.seed = seed;
  }

  @Override
  public FilterResult apply(TestDescriptor test) {
    if (test.getClass().getName().equals(PROPERTY)) {
      try {
        Field field = test.getClass().getDeclaredField("configuration");
        field.setAccessible(true);
        Object configuration = field.get(test);
        Object stated = configuration.getClass().getMethod("getSeed").invoke(configuration);
        if (stated == null || stated.toString().isEmpty()) {
          String own = Long.toString(seed ^ ((long) test.getUniqueId().hashCode() << 20));
          field.set(
              test,
              configuration
                  .getClass()
                  .getMethod("withSeed", String.class)
                  .invoke(configuration, own));
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("jqwik changed; Seeds needs to change with it", e);
      }
    }
    return FilterResult.included("every test");
  }
}
