type SeedBook = { title: string; author: string; year?: number; gutenberg: number; language: string; tags: string[] };

/** A book a line: title, author, year (none where only guessed), number at Project Gutenberg, its language there, tags. */
const lines = `
Pride and Prejudice | Jane Austen | 1813 | 1342 | en | novel classic england marriage
Alice’s Adventures in Wonderland | Lewis Carroll | 1865 | 11 | en | children fantasy classic
Frankenstein; or, The Modern Prometheus | Mary Wollstonecraft Shelley | 1818 | 84 | en | novel horror science-fiction
Moby-Dick; or, The Whale | Herman Melville | 1851 | 2701 | en | novel sea adventure
The Adventures of Sherlock Holmes | Arthur Conan Doyle | 1892 | 1661 | en | short-stories crime london
A Tale of Two Cities | Charles Dickens | 1859 | 98 | en | novel history london paris
War and Peace | Leo Tolstoy | 1869 | 2600 | en | novel history russia war
Anna Karenina | Leo Tolstoy | 1878 | 1399 | en | novel russia marriage
Crime and Punishment | Fyodor Dostoyevsky | 1866 | 2554 | en | novel russia crime psychology
The Brothers Karamazov | Fyodor Dostoyevsky | 1880 | 28054 | en | novel russia philosophy
Dracula | Bram Stoker | 1897 | 345 | en | novel horror letters
The Picture of Dorian Gray | Oscar Wilde | 1890 | 174 | en | novel london classic
The Importance of Being Earnest | Oscar Wilde | 1895 | 844 | en | play comedy london
El ingenioso hidalgo don Quijote de la Mancha | Miguel de Cervantes Saavedra | 1605 | 2000 | es | novel classic spain satire
The Odyssey | Homer |  | 1727 | en | epic poetry greece sea
The Republic | Plato |  | 1497 | en | philosophy politics greece
Meditations | Marcus Aurelius |  | 2680 | en | philosophy rome
The Art of War | Sun Tzu |  | 132 | en | war china politics
Beowulf | Anonymous |  | 16328 | en | epic poetry england
The Prince | Niccolò Machiavelli | 1532 | 1232 | en | politics italy
Jane Eyre | Charlotte Brontë | 1847 | 1260 | en | novel england classic
Wuthering Heights | Emily Brontë | 1847 | 768 | en | novel england classic
The Time Machine | H. G. Wells | 1895 | 35 | en | science-fiction novel
The War of the Worlds | H. G. Wells | 1898 | 36 | en | science-fiction novel war
Treasure Island | Robert Louis Stevenson | 1883 | 120 | en | adventure sea children
Strange Case of Dr Jekyll and Mr Hyde | Robert Louis Stevenson | 1886 | 43 | en | horror london psychology
The Adventures of Tom Sawyer | Mark Twain | 1876 | 74 | en | adventure children america
Adventures of Huckleberry Finn | Mark Twain | 1884 | 76 | en | novel adventure america
The Scarlet Letter | Nathaniel Hawthorne | 1850 | 25344 | en | novel america history
Walden | Henry David Thoreau | 1854 | 205 | en | nature philosophy america
Dubliners | James Joyce | 1914 | 2814 | en | short-stories ireland
Ulysses | James Joyce | 1922 | 4300 | en | novel ireland modernism
A Modest Proposal | Jonathan Swift | 1729 | 1080 | en | satire essay ireland
Gulliver’s Travels | Jonathan Swift | 1726 | 829 | en | satire adventure fantasy
Heart of Darkness | Joseph Conrad | 1899 | 219 | en | novel africa
The Count of Monte Cristo | Alexandre Dumas | 1844 | 1184 | en | novel adventure france
Les Misérables | Victor Hugo | 1862 | 135 | en | novel history france paris
Around the World in Eighty Days | Jules Verne | 1872 | 103 | en | adventure travel
Twenty Thousand Leagues under the Sea | Jules Verne | 1870 | 164 | en | adventure science-fiction sea
Madame Bovary | Gustave Flaubert | 1857 | 14155 | fr | novel france marriage
Songs of Innocence and of Experience | William Blake | 1794 | 1934 | en | poetry england
Faust: Der Tragödie erster Teil | Johann Wolfgang von Goethe | 1808 | 2229 | de | play poetry germany classic
Die Verwandlung | Franz Kafka | 1915 | 22367 | de | short-stories modernism
Os Lusíadas | Luís de Camões | 1572 | 3333 | pt | epic poetry portugal sea
Noli me tangere | José Rizal | 1887 | 20228 | tl | novel philippines history
紅樓夢 | 曹雪芹 | 1791 | 24264 | zh | novel china classic
Kalevala | Elias Lönnrot | 1835 | 7000 | fi | epic poetry finland
A Doll’s House | Henrik Ibsen | 1879 | 2542 | en | play norway marriage
`;

/** Books whose text is in the public domain, by their number at Project Gutenberg. */
export const seedBooks: readonly SeedBook[] = lines
  .trim()
  .split('\n')
  .map((line) => {
    const [title = '', author = '', year = '', gutenberg = '', language = '', tags = ''] = line
      .split('|')
      .map((part) => part.trim());
    return {
      title,
      author,
      ...(year ? { year: Number(year) } : {}),
      gutenberg: Number(gutenberg),
      language,
      tags: tags.split(' '),
    };
  });
