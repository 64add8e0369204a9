/** News on the first page. */
@NullMarked
package org.passerelle.protect.sharing.news.web;

import org.jspecify.annotations.NullMarked;
