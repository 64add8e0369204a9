/**
 * The case file as a court receives it: exhibits with digests taken at intake, who held each of
 * them, and one signed container that anybody can check. Knows nothing of web, database or Spring.
 */
@NullMarked
package org.passerelle.evidence;

import org.jspecify.annotations.NullMarked;
