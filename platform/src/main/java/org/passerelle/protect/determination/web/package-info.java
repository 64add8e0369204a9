/** Pages of determinations. */
@NullMarked
package org.passerelle.protect.determination.web;

import org.jspecify.annotations.NullMarked;
