package org.passerelle.storage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Runs a test class on H2 and on PostgreSQL, each time against the whole running application. The
 * class has a field {@code @Parameter House house;}. {@code ./passerelle test --quick} leaves it
 * out; {@code ./passerelle test} runs it on H2, and on PostgreSQL too where the class carries the
 * tag {@code postgresql}, because what it tests differs by database.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Tag("slow")
@ParameterizedClass(name = "{0}")
@ArgumentsSource(House.OnEach.class)
public @interface OnBothDatabases {}
