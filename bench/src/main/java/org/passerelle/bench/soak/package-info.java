/** Simulated users of a demonstration for days, with restarts and backups. */
@NullMarked
package org.passerelle.bench.soak;

import org.jspecify.annotations.NullMarked;
