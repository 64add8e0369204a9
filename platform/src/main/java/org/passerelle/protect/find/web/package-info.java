/** The page of what was sought. */
@NullMarked
package org.passerelle.protect.find.web;

import org.jspecify.annotations.NullMarked;
