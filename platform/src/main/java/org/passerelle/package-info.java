/** The case management system of a cooperation strategy against trafficking in human beings. */
@NullMarked
package org.passerelle;

import org.jspecify.annotations.NullMarked;
