/**
 * Coordinated work for one person: the person's file, the case and everything that happens in it.
 */
@NullMarked
package org.passerelle.protect.cases;

import org.jspecify.annotations.NullMarked;
